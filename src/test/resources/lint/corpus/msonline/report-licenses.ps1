$rows = Get-MsolUser -All | Where-Object { $_.isLicensed } | ForEach-Object {
    [pscustomobject]@{
        UPN      = $_.UserPrincipalName
        Licenses = ($_.Licenses.AccountSkuId -join ';')
        Blocked  = $_.BlockCredential
    }
}
$rows | Sort-Object UPN | Export-Csv "$env:TEMP\licenses.csv" -NoTypeInformation
Remove-Variable rows
