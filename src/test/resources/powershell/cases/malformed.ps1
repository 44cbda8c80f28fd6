Get-A )
Get-B @
Get-C | $x
$a = 
Get-D
if ($x { Get-E }
Get-F
} Get-G
<FilePath>
1 + 7z
Get-H -X:
Get-I 'open
Get-J
