$PSDefaultParameterValues = @{
    'Get-Mailbox:ResultSize'        = 'Unlimited'
    'Remove-Mailbox:Confirm'        = $false
    'Export-Csv:NoTypeInformation'  = $true
}
Get-Mailbox | Remove-Mailbox
