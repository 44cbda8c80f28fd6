function Invoke-WithRetry {
    param([scriptblock]$Action, [int]$Times = 3)
    for ($i = 1; $i -le $Times; $i++) {
        try { return & $Action }
        catch {
            if ($i -eq $Times) { throw }
            Start-Sleep -Seconds (5 * $i)
        }
    }
}
Invoke-WithRetry { Get-MgOrganization }
Invoke-WithRetry { Get-AcceptedDomain } -Times 5
