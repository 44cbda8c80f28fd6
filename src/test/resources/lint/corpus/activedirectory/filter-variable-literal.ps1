# near miss: the value is a literal of this file
$department = 'Closed branch'
$filter = "Department -eq '$department'"
Get-ADUser -Filter $filter | Disable-ADAccount -WhatIf
Get-ADUser -Filter $filter | Disable-ADAccount
