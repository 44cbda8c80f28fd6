Get-MgUser -All | Where-Object { -not $_.AccountEnabled } | ForEach-Object {
    Remove-MgUser -UserId $_.Id
}
