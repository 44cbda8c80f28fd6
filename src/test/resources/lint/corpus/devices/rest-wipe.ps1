function Invoke-DeviceWipe {
    param($Id, $Token)
    $h = @{ Authorization = "Bearer $Token" }
    Invoke-RestMethod -Method Post -Headers $h -Uri "https://graph.microsoft.com/v1.0/deviceManagement/managedDevices/$Id/wipe"
}
$t = Get-Content .\token.txt
Import-Csv .\lost-phones.csv | ForEach-Object { Invoke-DeviceWipe -Id $_.IntuneId -Token $t }
