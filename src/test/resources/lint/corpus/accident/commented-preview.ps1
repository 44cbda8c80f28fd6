Get-Mailbox -RecipientTypeDetails UserMailbox -ResultSize Unlimited |
    Remove-Mailbox -Confirm:$false # -WhatIf
