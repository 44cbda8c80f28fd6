$sites = Get-PnPTenantSite
foreach ($s in $sites) {
    Connect-PnPOnline -Url $s.Url -Interactive
    Clear-PnPRecycleBinItem -All -Force
}
