$ConfirmPreference = 'None'
Remove-DistributionGroup -Identity 'Sales All'
Disable-Mailbox -Identity kuro@sgu.example
