Get-SPODeletedSite -Limit All | ForEach-Object {
    Remove-SPODeletedSite -Identity $_.Url -Confirm:$false
}
