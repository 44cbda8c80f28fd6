if ($a) { 1 } Get-A
foreach ($i in 1) { 2 } Get-B
do { 1 } while ($x); Get-C
function f { } Get-D
class X { } Get-E
try { } finally { } Get-F
switch (1) { } Get-G
trap { } Get-H
@'
text
'@
Get-A # end
<# a #> Get-B <# b
c #> Get-C
Get-D a#b #c
while ($false) { continue
}
:outer for (;;) { break outer }
return
