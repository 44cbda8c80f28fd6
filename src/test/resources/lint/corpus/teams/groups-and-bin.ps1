$g = Get-MgGroup -Filter "displayName eq 'Seminar 2019'"
Remove-MgGroup -GroupId $g.Id
Remove-MgDirectoryDeletedItem -DirectoryObjectId $g.Id
