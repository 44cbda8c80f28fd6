# near miss: an empty value stops the script
param($Office)
if ([string]::IsNullOrWhiteSpace($Office)) {
    throw 'office is missing'
}
$users = Get-ADUser -Filter "Office -eq '$Office'"
$users | Disable-ADAccount -WhatIf
$users | Disable-ADAccount
