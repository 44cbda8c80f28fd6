Get-A .5 ..\a .\b -5 5kb 5.x 0x1F =a :b [a] ${b}c ${d}.e $f.g $f=h @i @(1)a {a}b "c"d 'e'f
Get-A a[0] .Name .. . $x.y() $x::Z $x[0] $x?.y -a:b -a: c -a :d -1 --% $x | y
& 'name' .Member; . .\file.ps1
a.exe ? * % @args
foreach-object {1}
foreach {2}
A-B?c
