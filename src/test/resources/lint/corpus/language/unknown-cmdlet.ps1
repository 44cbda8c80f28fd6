Remove-VendorArchiveUser -All -Force
