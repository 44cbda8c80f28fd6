$site = 'https://contoso.sharepoint.com/sites/facilities'
Connect-PnPOnline -Url $site -Interactive
$caml = "<View><Query><Where><Lt><FieldRef Name='Modified'/><Value Type='DateTime'><Today OffsetDays='-730'/></Value></Lt></Where></Query></View>"
$items = Get-PnPListItem -List 'Requests' -Query $caml
"{0} items are older than two years" -f $items.Count
foreach ($item in $items) {
    Remove-PnPListItem -List 'Requests' -Identity $item.Id -Recycle -Force
}
