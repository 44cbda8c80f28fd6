Invoke-Command -ComputerName dc01 -ScriptBlock {
    Import-Module ActiveDirectory
    Get-ADUser -Filter * -SearchBase 'DC=contoso,DC=example' | Disable-ADAccount
}
