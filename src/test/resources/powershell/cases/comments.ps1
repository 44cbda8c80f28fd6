#requires -Version 5
<# Remove-Mailbox
#> Get-X a#b # tail
Get-X <# inner #> -Force
