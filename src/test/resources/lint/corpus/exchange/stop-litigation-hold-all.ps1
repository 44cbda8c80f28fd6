$held = Get-Mailbox -ResultSize Unlimited -Filter "LitigationHoldEnabled -eq 'True'"
$held | Export-Csv .\hold-before.csv -NoTypeInformation -Encoding UTF8
foreach ($m in $held) {
    Set-Mailbox -Identity $m.UserPrincipalName -LitigationHoldEnabled $false
}
