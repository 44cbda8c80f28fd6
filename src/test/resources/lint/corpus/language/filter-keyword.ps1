filter Disable-Old { if ($_.PasswordLastSet -lt (Get-Date).AddYears(-3)) { $_ | Disable-ADAccount } }
Get-ADUser -Filter * -Properties PasswordLastSet | Disable-Old
