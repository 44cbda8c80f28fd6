Connect-PnPOnline -Url https://contoso.sharepoint.com/sites/archive -Interactive
while ((Get-PnPListItem -List 'Log' -PageSize 2000).Count -gt 0) {
    Get-PnPListItem -List 'Log' -PageSize 2000 | ForEach-Object {
        Remove-PnPListItem -List 'Log' -Identity $_.Id -Force
    }
}
