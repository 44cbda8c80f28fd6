Remove-DistributionGroup -Id 'Sales All' -Con:$false
