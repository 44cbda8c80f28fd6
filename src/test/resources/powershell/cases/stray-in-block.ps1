function f {
  Get-A ]
  Get-B )
  Get-C
}
Get-D