# curly quotes in a script that only reads
Get-Mailbox -ResultSize Unlimited -Filter “CustomAttribute1 -eq 'x'” | Select-Object Name
Write-Host ‘finished’
