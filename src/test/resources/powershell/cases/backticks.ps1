Mail`box Remove-Mail`u{62}ox
Get-X -Con`firm:$false a`
Get-X a `
  -Force
Get-X ` 
b
