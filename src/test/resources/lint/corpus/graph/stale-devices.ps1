$cutoff = (Get-Date).AddDays(-120).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')
$devices = Get-MgDevice -All -Filter "approximateLastSignInDateTime le $cutoff"
$devices | Export-Csv -Path .\stale-devices.csv -NoTypeInformation
foreach ($d in $devices) {
    Remove-MgDevice -DeviceId $d.Id -WhatIf
}
Read-Host 'Enter to go on, Ctrl+C to stop'
foreach ($d in $devices) {
    Remove-MgDevice -DeviceId $d.Id
}
