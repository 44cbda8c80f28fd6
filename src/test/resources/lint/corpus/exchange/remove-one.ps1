Connect-ExchangeOnline -UserPrincipalName admin@sgu.example
Remove-Mailbox -Identity hanako@sgu.example
