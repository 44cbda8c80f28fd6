Get-A (1, 2
Get-B