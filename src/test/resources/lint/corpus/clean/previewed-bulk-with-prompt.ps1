$groups = Get-DistributionGroup -ResultSize Unlimited -Filter "Name -like 'zz-*'"
$groups | Remove-DistributionGroup -WhatIf
Write-Host '上記の配布グループを削除します。'
$groups | Remove-DistributionGroup
