$urls = 'https://contoso.sharepoint.com/sites/test1', 'https://contoso.sharepoint.com/sites/test2'
foreach ($url in $urls) {
    Remove-PnPTenantSite -Url $url
}
