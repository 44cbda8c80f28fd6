param([string]$Name)
Get-MgUser -All -Search "displayName:$Name" -ConsistencyLevel eventual | ForEach-Object {
    Remove-MgUser -UserId $_.Id
}
