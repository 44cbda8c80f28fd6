$body = @{ keepEnrollmentData = $true; keepUserData = $false } | ConvertTo-Json
foreach ($id in Get-Content .\device-ids.txt) {
    Invoke-MgGraphRequest -Method POST -Uri "https://graph.microsoft.com/beta/deviceManagement/managedDevices/$id/wipe" -Body $body -ContentType 'application/json'
}
