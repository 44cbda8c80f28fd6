# Sites nobody has claimed by the end of the year
$sites = Import-Csv .\unclaimed.csv -Delimiter "`t"
foreach ($s in $sites) {
    if ([string]::IsNullOrEmpty($s.Url)) { continue }
    Send-MailMessage -To $s.Owner -Bcc spo@contoso.example -From spo@contoso.example -Subject "Site $($s.Url)" -Body 'is removed today' -SmtpServer smtp.contoso.example
    Set-SPOSite -Identity $s.Url -LockState Unlock
    Remove-SPOSite -Identity $s.Url -Confirm:$false -NoWait
}
