Disconnect-ExchangeOnline -Confirm:$false
Disconnect-MicrosoftTeams -Confirm:$false
Disconnect-SPOService
Disconnect-PnPOnline
Disconnect-AzureAD -Confirm:$false
