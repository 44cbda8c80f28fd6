$users = Get-MgUser -All -Property Id, DisplayName, CreatedDateTime
foreach ($u in $users) {
    if ($u.CreatedDateTime.ToString('dd.MM.yyyy') -lt '01.01.2020') {
        Remove-MgUser -UserId $u.Id
    }
}
