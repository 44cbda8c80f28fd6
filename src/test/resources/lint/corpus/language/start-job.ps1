$job = Start-Job -ScriptBlock {
    Connect-MgGraph -Identity
    Get-MgUser -All | ForEach-Object { Remove-MgUser -UserId $_.Id }
}
Wait-Job $job | Out-Null
Receive-Job $job
Remove-Job $job
