Import-Module ActiveDirectory
$date = (Get-Date).AddYears(-1)
$old = Get-ADUser -Filter { LastLogonDate -lt $date -and Enabled -eq $false } -SearchBase 'OU=Leavers,DC=contoso,DC=example'
$old | Select-Object Name, DistinguishedName | Export-Csv .\old.csv -NoTypeInformation
$old | Disable-ADAccount -WhatIf
$old | Disable-ADAccount
