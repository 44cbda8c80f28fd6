$pcs = Get-Content .\pcs.txt
foreach ($pc in $pcs) {
    Invoke-AgentErase -ComputerName $pc -Confirm:$false
    Remove-AgentEnrollment -ComputerName $pc -Confirm:$false
}
