. .\settings.ps1
Remove-DistributionGroup @removeOptions
