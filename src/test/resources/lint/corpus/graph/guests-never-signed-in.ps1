Connect-MgGraph -Scopes 'User.ReadWrite.All', 'AuditLog.Read.All'
$limit = (Get-Date).AddDays(-180)
$guests = Get-MgUser -All -Filter "userType eq 'Guest'" -Property Id, DisplayName, SignInActivity
$stale = $guests | Where-Object { $_.SignInActivity.LastSignInDateTime -lt $limit }
foreach ($g in $stale) {
    Remove-MgUser -UserId $g.Id -Confirm:$false
}
