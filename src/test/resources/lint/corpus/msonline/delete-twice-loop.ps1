$ex = Import-Csv C:\scripts\exstudents.csv
Foreach ($e in $ex) {
    Remove-MsolUser -UserPrincipalName $e.UserPrincipalName -Force
}
Foreach ($e in $ex) {
    Remove-MsolUser -UserPrincipalName $e.UserPrincipalName -RemoveFromRecycleBin -Force
}
