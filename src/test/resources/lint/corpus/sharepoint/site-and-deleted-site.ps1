$url = 'https://contoso.sharepoint.com/sites/project-apollo'
Remove-SPOSite -Identity $url -NoWait
Start-Sleep -Seconds 120
Remove-SPODeletedSite -Identity $url
