param($Prefix)
Get-ADUser -Filter "SamAccountName -like '$Prefix*'" | Remove-ADUser -Confirm:$false
