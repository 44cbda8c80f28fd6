Connect-MicrosoftTeams
Get-Team | ForEach-Object { Remove-Team -GroupId $_.GroupId }
