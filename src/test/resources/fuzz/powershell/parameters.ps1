Get-X -A -B:$true -C: $false -D:0 -E:a, b,c -F $x.Y[0] -G$h -I=1 -
Get-X -- -Force --% -a "b | c" | Get-Y
Get-X --%a
Get-X 2>$null *>&1 3>> log.txt a>b
