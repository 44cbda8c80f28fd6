$ask = $false
Remove-DistributionGroup -Identity 'Sales All' -Confirm:$ask
