Get-MgDirectoryDeletedItemAsUser -All | ForEach-Object {
    Remove-MgDirectoryDeletedItem -DirectoryObjectId $_.Id
}
