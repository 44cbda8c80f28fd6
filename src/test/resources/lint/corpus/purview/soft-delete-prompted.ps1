$name = 'Phishing 0413'
New-ComplianceSearch -Name $name -ExchangeLocation 'kuro@sgu.example' -ContentMatchQuery 'subject:"Gift card"'
Start-ComplianceSearch -Identity $name
Get-ComplianceSearch -Identity $name | Format-List Items, Size
New-ComplianceSearchAction -SearchName $name -Purge -PurgeType SoftDelete
