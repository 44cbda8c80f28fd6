$ids = Get-Content .\fresh.txt
$ids | ForEach-Object -Parallel {
    Invoke-MgGraphRequest -Method POST -Uri "/beta/deviceManagement/managedDevices/$_/wipe" -Body '{"keepUserData":false}'
} -ThrottleLimit 5
