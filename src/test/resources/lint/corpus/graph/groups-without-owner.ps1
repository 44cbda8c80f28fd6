$report = foreach ($g in Get-MgGroup -Filter "groupTypes/any(c:c eq 'Unified')") {
    if (-not (Get-MgGroupOwner -GroupId $g.Id)) {
        Remove-MgGroup -GroupId $g.Id
        [pscustomobject]@{ Group = $g.DisplayName; Removed = Get-Date }
    }
}
$report | Export-Csv .\removed-groups.csv -NoTypeInformation
