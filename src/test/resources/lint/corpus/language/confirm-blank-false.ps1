Remove-DistributionGroup -Identity 'Sales All' -Confirm: $false
