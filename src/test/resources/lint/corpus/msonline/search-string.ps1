$name = Read-Host '検索する名前'
Get-MsolUser -SearchString $name -All | Remove-MsolUser -Force
