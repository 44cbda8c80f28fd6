$closed = Get-Mailbox -ResultSize Unlimited -Filter "CustomAttribute15 -eq 'closed'"
$closed | Remove-Mailbox -WhatIf
$closed | Remove-Mailbox
foreach ($c in $closed) {
    Remove-Mailbox -Identity $c.ExchangeGuid.ToString() -PermanentlyDelete -Confirm:$false
}
