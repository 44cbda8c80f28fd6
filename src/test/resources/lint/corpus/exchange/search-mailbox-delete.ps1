Get-Mailbox -ResultSize Unlimited |
    Search-Mailbox -SearchQuery 'Subject:"Invoice overdue" AND From:"billing@contoso.example"' -DeleteContent -Force
