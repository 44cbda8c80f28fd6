Write-Host "Ticket #4711: nothing is removed; see Remove-ADUser in the manual"
Write-Host 'A # inside quotes'   # and a real comment
