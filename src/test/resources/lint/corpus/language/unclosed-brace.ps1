Get-ADUser -Filter * | ForEach-Object { if ($_.Enabled) { Remove-ADUser $_ }
