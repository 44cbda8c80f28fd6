$query = @{
    ResultSize           = 'Unlimited'
    RecipientTypeDetails = 'SharedMailbox'
}
$boxes = Get-Mailbox @query
$boxes | Disable-Mailbox
