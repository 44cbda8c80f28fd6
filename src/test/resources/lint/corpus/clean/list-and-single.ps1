$all = Get-Mailbox
Write-Host "$($all.Count) mailboxes"
Remove-MailContact -Identity 'Old partner'
