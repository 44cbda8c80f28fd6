Get-PublicFolderStatistics -Identity '\Archive\2011' | Format-List ItemCount, LastModificationTime
Remove-PublicFolder -Identity '\Archive\2011'
