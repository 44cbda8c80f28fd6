Write-Host "removed: $(Get-ADUser -Filter * | Remove-ADUser -Confirm:$false)"
