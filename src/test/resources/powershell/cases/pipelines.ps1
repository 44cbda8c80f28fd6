Get-A |
  # a comment
  Get-B
Get-C
  # a comment
  | Get-D
Get-E

Get-F && Get-G || Get-H; Start-Job { Get-I } &
