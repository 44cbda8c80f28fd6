Get-MailboxSearch | Where-Object { $_.InPlaceHoldEnabled } | ForEach-Object {
    Set-MailboxSearch -Identity $_.Name -InPlaceHoldEnabled $false
    Remove-MailboxSearch -Identity $_.Name -Confirm:$false
}
