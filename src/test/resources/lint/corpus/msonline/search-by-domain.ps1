param([string]$Domain)
$users = Get-MsolUser -All -DomainName $Domain
Write-Host "$($users.Count) users of $Domain"
$users | ForEach-Object { Remove-MsolUser -ObjectId $_.ObjectId -Force }
