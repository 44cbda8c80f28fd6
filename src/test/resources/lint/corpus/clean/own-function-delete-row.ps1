# the table is a file of ours
function Delete-Row {
    param([string]$Id)
    $rows = Import-Csv .\table.csv | Where-Object Id -ne $Id
    $rows | Export-Csv .\table.csv -NoTypeInformation
}
foreach ($id in Get-Content .\ids.txt) { Delete-Row -Id $id }
