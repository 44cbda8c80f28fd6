Remove-DistributionGroup　-Identity　'Sales All'
