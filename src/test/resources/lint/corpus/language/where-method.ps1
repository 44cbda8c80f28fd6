(Get-ADUser -Filter *).Where({ -not $_.Enabled }).ForEach({ Remove-ADUser $_ -Confirm:$false })
