Get-Mailbox | Remove-Mailbox −Confirm:$false
