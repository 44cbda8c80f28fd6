Connect-ExchangeOnline
Get-Mailbox -ResultSize Unlimited | Measure-Object
# Get-Mailbox -ResultSize Unlimited | Remove-Mailbox -Confirm:$false
#Remove-MgUser -UserId $id
Get-DistributionGroup -ResultSize Unlimited | Measure-Object # | Remove-DistributionGroup
