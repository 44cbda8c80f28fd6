$result = [System.Collections.Generic.List[object]]::new()
foreach ($site in Get-SPOSite -Limit All) {
    $result.Add([pscustomobject]@{
        Url    = $site.Url
        Used   = $site.StorageUsageCurrent
        Quota  = $site.StorageQuota
        Locked = $site.LockState
    })
}
$path = Join-Path $env:TEMP 'sites.csv'
if (Test-Path $path) { Remove-Item $path -Force }
$result | Export-Csv -Path $path -NoTypeInformation
