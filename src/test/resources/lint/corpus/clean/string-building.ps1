$rows = Import-Csv .\sites.csv
$lines = foreach ($r in $rows) {
    "Remove-SPOSite -Identity '{0}'" -f $r.Url
}
Write-Output '# commands for the owner of the ticket'
$lines
