# only the first 50, to be safe
Get-Mailbox -RecipientTypeDetails RoomMailbox -ResultSize 50 |
    Remove-Mailbox -Confirm:$false
