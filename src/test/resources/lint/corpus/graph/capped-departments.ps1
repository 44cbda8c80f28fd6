$dept = 'Sales (closed)'
$users = Get-MgUser -Filter "department eq '$dept'"
$users | ForEach-Object {
    Update-MgUser -UserId $_.Id -AccountEnabled:$false
    Remove-MgUser -UserId $_.Id
}
