Remove-MsolUser -UserPrincipalName taro@sgu.example -Force
Remove-MsolUser -UserPrincipalName taro@sgu.example -RemoveFromRecycleBin -Force
