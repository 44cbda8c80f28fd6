$lost = Get-MgDeviceManagementManagedDevice -All -Filter "startsWith(deviceName,'KIOSK')"
$lost | ForEach-Object { Clear-MgDeviceManagementManagedDevice -ManagedDeviceId $_.Id -WhatIf }
