$sku = Get-MgSubscribedSku -All | Where-Object SkuPartNumber -eq 'POWER_BI_PRO'
Set-MgUserLicense -UserId 'kuro@sgu.example' -AddLicenses @() -RemoveLicenses @($sku.SkuId)
