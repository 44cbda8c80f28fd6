$limit = Get-Date
Get-ADUser -Filter "LastLogonDate -lt '$($limit.AddDays)(-30)'" | Disable-ADAccount
