Get-PSSession | Where-Object { $_.State -ne 'Opened' } | Remove-PSSession -Confirm:$false
Get-Job -State Completed | Remove-Job -Force
Get-Module Microsoft.Graph* | Remove-Module -Force -ErrorAction SilentlyContinue
Remove-Variable -Name * -ErrorAction SilentlyContinue
Remove-PSDrive -Name Z -Force
Clear-Variable -Name counter
Clear-History
Disconnect-MgGraph | Out-Null
