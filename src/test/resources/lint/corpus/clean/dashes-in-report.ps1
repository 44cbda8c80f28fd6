# pasted from a web page – nothing is changed
Get-Mailbox –ResultSize Unlimited | Sort-Object Name | Select-Object –First 10
Write-Host “Finished” – Get-Date
