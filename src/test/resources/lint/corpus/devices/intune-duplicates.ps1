# Removes duplicates of devices in Intune: only the last one seen of a serial number stays
# Needs: Microsoft.Graph.DeviceManagement
$scopes = @(
    'DeviceManagementManagedDevices.ReadWrite.All'
    'DeviceManagementManagedDevices.PrivilegedOperations.All'
)
Connect-MgGraph -Scopes $scopes

function Get-DuplicateDevice {
    [OutputType([object[]])]
    param()
    $devices = Get-MgDeviceManagementManagedDevice -All -Filter "operatingSystem eq 'Windows'"
    $groups = $devices |
        Where-Object { -not [string]::IsNullOrWhiteSpace($_.SerialNumber) -and $_.SerialNumber -notin 'Defaultstring', 'SystemSerialNumber', '0' } |
        Group-Object -Property SerialNumber |
        Where-Object { $_.Count -gt 1 }
    foreach ($group in $groups) {
        $sorted = $group.Group | Sort-Object -Property LastSyncDateTime -Descending
        $sorted | Select-Object -Skip 1
    }
}

$duplicates = @(Get-DuplicateDevice)
Write-Host "$($duplicates.Count) duplicates" -ForegroundColor Yellow
$duplicates | Select-Object DeviceName, SerialNumber, LastSyncDateTime, UserPrincipalName | Format-Table -AutoSize

$choice = $Host.UI.PromptForChoice('Duplicates', 'Delete the records, wipe them, or stop?', @('&Delete', '&Wipe', '&Stop'), 2)
switch ($choice) {
    0 {
        foreach ($d in $duplicates) {
            Remove-MgDeviceManagementManagedDevice -ManagedDeviceId $d.Id -Confirm:$false
        }
    }
    1 {
        foreach ($d in $duplicates) {
            Clear-MgDeviceManagementManagedDevice -ManagedDeviceId $d.Id -KeepUserData:$false
            Write-Host "wiped $($d.DeviceName)"
        }
    }
    2 { Write-Host 'Nothing was done.' }
}
Disconnect-MgGraph | Out-Null
