$ext = Get-SPOExternalUser -PageSize 50
Remove-SPOExternalUser -UniqueIDs $ext.UniqueId -Confirm:$false
