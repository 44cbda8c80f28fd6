$users = Get-AzureADUser -SearchString 'loadtest'
foreach ($user in $users) { Remove-AzureADUser -ObjectId $user.ObjectId }
