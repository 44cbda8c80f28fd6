$AllUsers = Get-AzureADUser -All 1
$AllUsers.ObjectId | % { Remove-AzureADUser -ObjectId $_ }
