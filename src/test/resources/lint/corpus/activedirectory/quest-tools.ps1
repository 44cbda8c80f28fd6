Add-PSSnapin Quest.ActiveRoles.ADManagement
Get-QADUser -Inactive -SizeLimit 0 | Remove-QADObject -Force
