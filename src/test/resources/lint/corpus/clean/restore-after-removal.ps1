# near miss: removed and brought back
Remove-UnifiedGroup -Identity 'Test 17'
Get-MgDirectoryDeletedItemAsGroup -All | Where-Object DisplayName -eq 'Test 17' | ForEach-Object {
    Restore-MgDirectoryDeletedItem -DirectoryObjectId $_.Id
}
