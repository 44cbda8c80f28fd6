# near miss: synchronised and restarted, nothing is wiped
Get-MgDeviceManagementManagedDevice -All -Filter "startsWith(deviceName,'LAB3-')" | ForEach-Object {
    Sync-MgDeviceManagementManagedDevice -ManagedDeviceId $_.Id
    Restart-MgDeviceManagementManagedDeviceNow -ManagedDeviceId $_.Id
}
