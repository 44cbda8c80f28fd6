$ConfirmPreference = 'Low'
Remove-DistributionGroup -Identity 'Sales All'
