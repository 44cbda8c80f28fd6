Connect-MsolService
Remove-MsolUser -UserPrincipalName taro@sgu.example
