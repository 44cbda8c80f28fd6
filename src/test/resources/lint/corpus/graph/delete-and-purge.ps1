# Bulk removal of test accounts, recycle bin included
$testers = Get-MgUser -All -Filter "startsWith(userPrincipalName,'loadtest')"
foreach ($t in $testers) {
    Remove-MgUser -UserId $t.Id
    Remove-MgDirectoryDeletedItem -DirectoryObjectId $t.Id
}
