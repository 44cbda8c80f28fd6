Get-Mailbox -ResultSize Unlimited
    | Sort-Object Name
    # the oldest first
    | Remove-Mailbox -Confirm:$false
