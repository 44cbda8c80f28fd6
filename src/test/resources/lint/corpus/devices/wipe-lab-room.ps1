# 演習室の端末を初期化
Connect-MgGraph -Scopes DeviceManagementManagedDevices.PrivilegedOperations.All
$devices = Get-MgDeviceManagementManagedDevice -All -Filter "startsWith(deviceName,'LAB3-')"
foreach ($d in $devices) {
    Clear-MgDeviceManagementManagedDevice -ManagedDeviceId $d.Id -Confirm:$false
}
