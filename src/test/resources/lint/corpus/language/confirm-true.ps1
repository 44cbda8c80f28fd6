# near misses: the prompt is asked for
Remove-DistributionGroup -Identity 'Sales All' -Confirm:$true
Remove-DistributionGroup -Identity 'Sales West' -Confirm
Remove-DistributionGroup -Identity 'Sales East' -Confirm:1
