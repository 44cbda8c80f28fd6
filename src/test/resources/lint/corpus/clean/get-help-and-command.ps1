Get-Help Remove-Mailbox -Full
Get-Command Remove-MgUser -Syntax
help Remove-ADUser -Examples
(Get-Command Remove-SPOSite).Parameters.Keys
Get-Alias -Definition Remove-Item
man Clear-MgDeviceManagementManagedDevice
