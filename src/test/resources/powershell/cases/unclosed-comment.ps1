Get-A
<# b