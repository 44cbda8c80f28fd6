while ($users = Get-MgUser -Filter "startsWith(displayName,'tmp-')" -Top 100) {
    foreach ($u in $users) {
        Remove-MgUser -UserId $u.Id
    }
}
