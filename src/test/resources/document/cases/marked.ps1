# setup
param($Path)

Get-Content $Path |
  Remove-Mailbox
