foreach ($x in Get-Y) { Get-Z $x }
foreach -Parallel -ThrottleLimit 5 ($x in $y) { }
:outer for ($i = 0; $i -lt 3; $i++) { continue outer }
for (;;) { break }
while (Get-X) { Get-Y }
do { Get-X } while ($a)
do { Get-X } until ($b)
Get-X | foreach { $_ } | ForEach-Object -Parallel { $_ }
