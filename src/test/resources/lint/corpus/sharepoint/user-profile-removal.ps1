# remove a leaver from all site collections
$upn = 'hachiro@sgu.example'
Get-SPOSite -Limit All | ForEach-Object {
    Remove-SPOUser -Site $_.Url -LoginName $upn -ErrorAction Ignore
}
