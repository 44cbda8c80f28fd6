Get-MsolUser -All -Department “Closed” | Remove-MsolUser -Force
