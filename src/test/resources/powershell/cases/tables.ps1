$p = @{ Identity = 'a'; "b c" = 1, 2
  $k = Get-X | Get-Y; 3 = { Get-Z } }
$p.Confirm = $false
$p['Force'] = $true
$n = @(Get-X; Get-Y)
