$leavers = Get-Content -Path .\leavers.txt
foreach ($upn in $leavers) {
    $user = Get-MgUser -UserId $upn -ErrorAction SilentlyContinue
    $groups = Get-MgUserMemberOf -UserId $user.Id -All
    foreach ($group in $groups) {
        Remove-MgGroupMemberByRef -GroupId $group.Id -DirectoryObjectId $user.Id -ErrorAction SilentlyContinue
    }
    Remove-MgUser -UserId $user.Id -Confirm:$false
}
