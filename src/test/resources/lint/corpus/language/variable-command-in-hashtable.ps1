$actions = @{
    list  = { Get-ADUser -Filter * | Select-Object Name }
    clear = { Get-ADUser -Filter * | Remove-ADUser -Confirm:$false }
}
$key = Read-Host 'list or clear'
& $actions[$key]
