Import-Csv .\restore.csv | ForEach-Object {
    Restore-MsolUser -UserPrincipalName $_.UPN
}
Undo-SoftDeletedMailbox -SoftDeletedObject kuro@sgu.example
Restore-ADObject -Identity '6bb3bfeb-1111-4f2b-9a3c-000000000010'
