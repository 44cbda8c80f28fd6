Get-ADUser -Filter * | Remove-ADUser -Confirm:$false
