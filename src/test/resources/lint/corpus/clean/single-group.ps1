$group = 'Project Apollo'
Get-UnifiedGroup -Identity $group | Format-List DisplayName, WhenCreated, ManagedBy
Remove-UnifiedGroup -Identity $group
