$sku = '06ebc4ee-1bb5-47dd-8120-11324bc54e06'
[array]$users = Get-MgUser -Filter "department eq 'Archive'" -All -Property Id, DisplayName, AssignedLicenses
foreach ($user in $users) {
    foreach ($licence in $user.AssignedLicenses) {
        if ($licence.SkuId -eq $sku) {
            Set-MgUserLicense -UserId $user.Id -AddLicenses @() -RemoveLicenses @($licence.SkuId)
        }
    }
}
