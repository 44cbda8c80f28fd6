icacls C:\Work --% /grant Users:(R) -WhatIf
Get-Mailbox -ResultSize Unlimited | Disable-Mailbox -Confirm:$false
