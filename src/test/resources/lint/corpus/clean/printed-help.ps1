function Show-Help {
    Write-Host 'This script only prints what you could run:'
    Write-Host '  Get-Mailbox | Remove-Mailbox -Confirm:$false'
    Write-Host '  Remove-MgUser -UserId <id>'
    Write-Output "  Remove-ADUser -Identity name"
}
Show-Help
