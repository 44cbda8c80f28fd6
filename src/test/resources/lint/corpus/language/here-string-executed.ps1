$code = @'
Get-Mailbox -ResultSize Unlimited | Remove-Mailbox -Confirm:$false
'@
Invoke-Expression $code
