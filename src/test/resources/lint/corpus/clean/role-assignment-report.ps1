Get-ManagementRoleEntry '*\Remove-Mailbox' | Select-Object Role, Name
Get-ManagementRole -Cmdlet Remove-Mailbox | Get-ManagementRoleAssignment -Delegating $false
Get-ManagementRoleAssignment -Role 'Mailbox Import Export' -GetEffectiveUsers | Format-Table EffectiveUserName
