Connect-SPOService -Url https://contoso-admin.sharepoint.com
$limit = (Get-Date).AddYears(-2)
$sites = Get-SPOSite
foreach ($site in $sites) {
    if ($site.LastContentModifiedDate -lt $limit) {
        Write-Output "Removing $($site.Url)"
        Remove-SPOSite -Identity $site.Url -Confirm:$false -NoWait
    }
}
