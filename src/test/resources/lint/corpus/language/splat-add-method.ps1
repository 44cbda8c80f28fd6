$options = @{}
$options.Add('Identity', 'Sales All')
$options.Add('Confirm', $false)
Remove-DistributionGroup @options
