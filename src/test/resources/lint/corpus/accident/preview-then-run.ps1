Get-Mailbox -ResultSize Unlimited | Remove-Mailbox -WhatIf
Get-Mailbox -ResultSize Unlimited | Remove-Mailbox -Confirm:$false
