1, 2 + 3 .. 4 -eq -not $a -and ,5
[int[]]$x = [string]$y -as [datetime]
$a ? 1 : $b ?? 2
$i++ + --$j
[scriptblock]::Create("x").Invoke()
$x.Where{ $_ -in 1..3 }.'a b'.$c[0, -1]
$list.
  Add(1, (2))
$x -is [string] -or !$y
"{0}" -f $a, $b
-join $a
($x)::y
