Get-MgUser -Filter "userType eq 'Guest'" | Where-Object { $_.SignInActivity.LastSignInDateTime -lt (Get-Date).AddDays(-90) } | Format-Table
Get-Mailbox | Where-Object { $_.Name -ne @('a', 'b') } | Select-Object Name
