Connect-PnPOnline -Url https://contoso-admin.sharepoint.com -Interactive
$urls = Import-Csv .\sites.csv | Select-Object -ExpandProperty Url
foreach ($url in $urls) {
    Remove-PnPTenantSite -Url $url -Force -SkipRecycleBin
}
