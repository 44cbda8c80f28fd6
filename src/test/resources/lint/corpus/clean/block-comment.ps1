<#
Old version, kept for the record:

foreach ($u in Get-ADUser -Filter *) {
    Remove-ADUser $u -Confirm:$false
}
#>
Get-ADUser -Filter * | Measure-Object | Select-Object -ExpandProperty Count
