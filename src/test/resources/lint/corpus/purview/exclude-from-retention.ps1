$boxes = Get-Content .\exclude.txt
foreach ($box in $boxes) {
    Set-RetentionCompliancePolicy -Identity 'Keep mail ten years' -AddExchangeLocationException $box
}
