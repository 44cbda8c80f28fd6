Get-MgUser -All | ForEach-Object -Parallel {
    Remove-MgUser -UserId $_.Id
} -ThrottleLimit 10
