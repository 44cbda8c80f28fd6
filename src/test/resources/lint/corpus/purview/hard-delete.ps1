$search = New-ComplianceSearch -Name 'Phishing 0412' -ExchangeLocation All -ContentMatchQuery 'subject:"Password expires" AND from:it@contoso.example'
Start-ComplianceSearch -Identity $search.Name
while ((Get-ComplianceSearch -Identity 'Phishing 0412').Status -ne 'Completed') { Start-Sleep -Seconds 15 }
New-ComplianceSearchAction -SearchName 'Phishing 0412' -Purge -PurgeType HardDelete -Confirm:$false
