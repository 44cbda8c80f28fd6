Import-Module ShareGate
$site = Connect-Site -Url 'https://contoso.sharepoint.com/sites/old'
Clear-SiteVersionHistory -Site $site -KeepLast 5
