$urls = Get-Content .\urls.txt | Where-Object { $_ }
foreach ($u in $urls) {
    Remove-PnPTenantSite -Url $u -Force
    Remove-PnPTenantDeletedSite -Identity $u -Force
}
