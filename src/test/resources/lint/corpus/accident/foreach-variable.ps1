$mailboxes = Get-Mailbox
foreach ($mailbox in $mailboxes) {
    Write-Host "Deleting $($mailbox.DisplayName)"
    Remove-Mailbox -Identity $mailbox.Identity -Confirm:$false
}
