param([switch]$Help)
if ($Help) {
    @'
NAME
    report.ps1

NOTES
    To delete the sites of the report, the owner runs
    Get-SPOSite -Limit All | Remove-SPOSite -Confirm:$false
    on his own account. This script does not.
'@
    return
}
Get-SPOSite -Limit All | Select-Object Url, Owner | Export-Csv .\report.csv
