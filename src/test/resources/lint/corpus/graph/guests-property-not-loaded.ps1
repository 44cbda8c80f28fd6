# Remove guests who have not signed in for half a year
Connect-MgGraph -Scopes User.ReadWrite.All
$limit = (Get-Date).AddDays(-180)
Get-MgUser -Filter "userType eq 'Guest'" -All |
    Where-Object { $_.SignInActivity.LastSignInDateTime -lt $limit } |
    ForEach-Object { Remove-MgUser -UserId $_.Id }
