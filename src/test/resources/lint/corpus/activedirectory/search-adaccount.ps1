Search-ADAccount -AccountInactive -TimeSpan 180.00:00:00 -UsersOnly -SearchBase 'OU=Branch,DC=contoso,DC=example' | Disable-ADAccount
