Remove-DistributionGroup 'Sales All' -Confirm:0
