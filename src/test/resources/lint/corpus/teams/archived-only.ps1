Get-Team -Archived $true | Remove-Team
