# 誰がいつ削除したかを調べる
$start = (Get-Date).AddDays(-7)
$end = Get-Date
$ops = 'Remove-Mailbox', 'Remove-MailboxPermission', 'HardDelete', 'SoftDelete'
$records = Search-UnifiedAuditLog -StartDate $start -EndDate $end -Operations $ops -ResultSize 5000
$records | ForEach-Object { $_.AuditData | ConvertFrom-Json } |
    Select-Object CreationTime, UserId, Operation, ObjectId |
    Export-Csv ".\削除操作.csv" -NoTypeInformation -Encoding UTF8
Search-AdminAuditLog -Cmdlets Remove-Mailbox, Disable-Mailbox -StartDate $start -EndDate $end
