Get-Mailbox –Resultsize Unlimited |Remove-Mailbox
