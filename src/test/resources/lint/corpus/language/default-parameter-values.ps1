$PSDefaultParameterValues['*:Confirm'] = $false
Remove-DistributionGroup -Identity 'Sales All'
