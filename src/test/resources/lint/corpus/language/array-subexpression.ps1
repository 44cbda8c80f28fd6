$gone = @(Get-MgUser -All | ForEach-Object { Remove-MgUser -UserId $_.Id; $_.UserPrincipalName })
$gone.Count
