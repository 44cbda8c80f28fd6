Get-MgDirectoryDeletedItemAsUser -All | Select-Object DisplayName, DeletedDateTime
Get-MsolUser -ReturnDeletedUsers -All | Select-Object UserPrincipalName, SoftDeletionTimestamp
Get-SPODeletedSite -Limit All | Select-Object Url, DeletionTime
Get-Mailbox -SoftDeletedMailbox -ResultSize Unlimited | Select-Object Name, WhenSoftDeleted
Get-ADObject -Filter 'isDeleted -eq $true' -IncludeDeletedObjects | Measure-Object
