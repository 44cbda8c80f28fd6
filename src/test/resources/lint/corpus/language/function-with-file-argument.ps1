function Close-Account {
    param([Parameter(Mandatory)][string]$Id)
    Disable-ADAccount -Identity $Id
}
Import-Csv .\leavers.csv | ForEach-Object { Close-Account -Id $_.Sam }
