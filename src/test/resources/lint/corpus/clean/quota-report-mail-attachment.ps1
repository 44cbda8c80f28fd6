$file = Join-Path $env:TEMP 'quota.csv'
Get-SPOSite -Limit All | Select-Object Url, StorageUsageCurrent | Export-Csv $file -NoTypeInformation
$mail = @{
    To          = 'storage-team@contoso.example'
    From        = 'noreply@contoso.example'
    Subject     = 'Quota of sites'
    Attachments = $file
    SmtpServer  = 'smtp.contoso.example'
}
Send-MailMessage @mail
Remove-Item $file
