param([switch]$Execute)
$groups = Get-DistributionGroup -ResultSize Unlimited -Filter "Name -like 'tmp-*'"
if (-not $Execute) {
    $groups | Remove-DistributionGroup -WhatIf
    Write-Host 'Nothing was removed. Add -Execute to remove.'
    return
}
$groups | Remove-DistributionGroup
