Get-MsolUser -MaxResults 2000 | Remove-MsolUser -Force
