Remove-SPOSite -Identity https://contoso.sharepoint.com/sites/party2023
Get-SPODeletedSite -IncludeOnlyPersonalSite -Limit All | Format-Table Url, DaysRemaining
