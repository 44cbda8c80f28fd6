[array]$users = Get-MgUser -All -Property Id
foreach ($user in $users) {
    $name = $user.DisplayName
    if ($user.Department -eq 'Closed') {
        Remove-MgUser -UserId $user.Id
    }
}
