Get-ADUser -Filter 'Enabled -eq $true' -SearchBase 'OU=Branch,DC=contoso,DC=example' -Properties PasswordLastSet |
    Where-Object { $_.PasswordLastSet -gt 365 } |
    Disable-ADAccount
