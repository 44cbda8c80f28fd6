$cut = (Get-Date).AddDays(-90)
Get-MgDeviceManagementManagedDevice -All |
    Where-Object { $_.LastSyncDateTime -lt $cut } |
    ForEach-Object { Invoke-MgRetireDeviceManagementManagedDevice -ManagedDeviceId $_.Id }
