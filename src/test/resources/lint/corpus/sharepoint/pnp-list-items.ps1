param(
    [string]$SiteUrl,
    [string]$ListName
)
Connect-PnPOnline -Url $SiteUrl -Interactive
$items = Get-PnPListItem -List $ListName -PageSize 500
foreach ($item in $items) {
    Remove-PnPListItem -List $ListName -Identity $item.Id -Force
}
