Get-Mailbox | Remove-Mailbox –Confirm:$false
Get-Mailbox —ResultSize Unlimited ―Force
Get-Mailbox －Confirm:$false −Force
$a –eq 1
$a –= 1
