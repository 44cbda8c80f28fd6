function f {
  Get-A
