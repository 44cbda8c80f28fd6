- 1
-- $a
– 1
–– $a
$a ––
$a --
$a++; ++$a
! $a; -not $a; + 1; , 1
$a ??= 1; $a ?? 2; $a ? 1 : 2
$a?.b; $a?[0]; ${a?}
1..2; 1,2 + 3
$a -is [int] -and $a -isnot [string]
$a -f 1,
2
-join $a; -split $a
$a
++
$b
$a -eq
1
"x" -replace 'a',

'b'
-Not1
