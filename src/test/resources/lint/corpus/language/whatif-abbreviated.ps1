Get-ADUser -Filter * | Remove-ADUser -wi
Get-ADUser -Filter * | Remove-ADUser -What
Get-ADUser -Filter * | Remove-ADUser -WhatIf:1
