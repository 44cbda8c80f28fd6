Connect-PnPOnline -Url https://contoso.sharepoint.com/sites/hr -Interactive
Get-PnPRecycleBinItem -FirstStage | Select-Object Title, DeletedDate, DeletedByName
Clear-PnPRecycleBinItem -All
