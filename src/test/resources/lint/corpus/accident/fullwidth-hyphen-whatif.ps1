Get-Mailbox -ResultSize Unlimited | Remove-Mailbox －WhatIf
