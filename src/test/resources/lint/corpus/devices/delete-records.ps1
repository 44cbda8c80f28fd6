$rows = Import-Csv .\returned-laptops.csv
foreach ($r in $rows) {
    if (-not $r.IntuneDeviceId) { throw 'row without an id' }
    Remove-MgDeviceManagementManagedDevice -ManagedDeviceId $r.IntuneDeviceId -Confirm:$false
}
