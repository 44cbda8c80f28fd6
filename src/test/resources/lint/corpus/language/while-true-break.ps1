while ($true) {
    $items = Get-DistributionGroup -Filter "Name -like 'tmp-*'" -ResultSize 100
    if (-not $items) { break }
    $items | Remove-DistributionGroup -Confirm:$false
}
