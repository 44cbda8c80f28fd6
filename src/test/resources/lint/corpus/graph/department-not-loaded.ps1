$users = Get-MgUser -All
$gone = $users | Where-Object { $_.Department -ne 'Library' -and $_.EmployeeType -ne 'Staff' }
foreach ($g in $gone) { Remove-MgUser -UserId $g.Id -Confirm:$false }
