$soft = Get-Mailbox -SoftDeletedMailbox -ResultSize Unlimited
foreach ($s in $soft) {
    Remove-Mailbox -Identity $s.ExchangeGuid.ToString() -PermanentlyDelete -Force -Confirm:$false
}
