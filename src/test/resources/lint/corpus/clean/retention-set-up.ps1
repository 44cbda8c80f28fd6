New-RetentionCompliancePolicy -Name 'Keep mail ten years' -ExchangeLocation All -Enabled $true
New-RetentionComplianceRule -Name 'Ten years' -Policy 'Keep mail ten years' -RetentionDuration 3650 -RetentionComplianceAction Keep
Set-Mailbox -Identity soumu@sgu.example -LitigationHoldEnabled $true
Set-Mailbox -Identity soumu@sgu.example -SingleItemRecoveryEnabled $true -RetainDeletedItemsFor 30
