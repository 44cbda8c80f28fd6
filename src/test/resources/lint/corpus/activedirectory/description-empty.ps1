$row = Import-Csv .\one.csv | Select-Object -First 1
$ticket = $row.Ticket
$u = Get-ADUser -Filter "Description -like '*$ticket*'"
$u | Disable-ADAccount
