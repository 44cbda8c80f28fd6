Get-Mailbox -ResultSize Unlimited |
    Where-Object { $_.LitigationHoldEnabled -or $_.InPlaceHolds } |
    Select-Object DisplayName, LitigationHoldDate, @{ n = 'Holds'; e = { $_.InPlaceHolds -join ' ' } } |
    Export-Csv .\holds.csv -NoTypeInformation
Get-RetentionCompliancePolicy -DistributionDetail | Format-Table Name, Enabled, Mode
