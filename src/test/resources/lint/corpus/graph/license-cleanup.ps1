# E3 を全員から外す（E5 への切り替え後）
$sku = (Get-MgSubscribedSku -All | Where-Object SkuPartNumber -eq 'ENTERPRISEPACK').SkuId
$users = Get-MgUser -All -Filter "assignedLicenses/any(x:x/skuId eq $sku)"
foreach ($u in $users) {
    Set-MgUserLicense -UserId $u.Id -AddLicenses @() -RemoveLicenses @($sku)
}
