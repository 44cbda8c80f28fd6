ActiveDirectory\Get-ADUser -Filter * | ActiveDirectory\Remove-ADUser -Confirm:$false
