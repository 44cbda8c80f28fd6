$skus = @{}
foreach ($s in Get-MgSubscribedSku -All) { $skus[$s.SkuId] = $s.SkuPartNumber }

Get-MgUser -All -Property Id, DisplayName, UserPrincipalName, AssignedLicenses, AccountEnabled |
    Where-Object { $_.AssignedLicenses.Count -gt 0 -and -not $_.AccountEnabled } |
    ForEach-Object {
        [pscustomobject]@{
            User     = $_.UserPrincipalName
            Licenses = ($_.AssignedLicenses.SkuId | ForEach-Object { $skus[$_] }) -join '; '
            Action   = 'candidate for removal'
        }
    } | Export-Csv .\candidates.csv -NoTypeInformation
