Get-Mailbox -ResultSize Unlimited | % { Remove-Mailbox $_.Alias -Confirm:0 }
