Connect-MsolService -Credential $cred
$unlicensed = Get-MsolUser -UnlicensedUsersOnly
Write-Host "$($unlicensed.Count) users without a license"
$unlicensed | Remove-MsolUser -Force
