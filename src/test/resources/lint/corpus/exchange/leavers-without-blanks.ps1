$leavers = Get-Content .\leavers.txt | Where-Object { $_ -and $_ -notlike '#*' }
foreach ($leaver in $leavers) {
    $mailbox = Get-Mailbox -Identity $leaver
    if ($mailbox) {
        Disable-Mailbox -Identity $mailbox.Identity
    }
}
