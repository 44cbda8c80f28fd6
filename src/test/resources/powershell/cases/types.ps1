[System.Collections.Generic.Dictionary[string, System.Collections.Generic.List[int]]]::new()
[string[]]$a
[int[,]]$b
[System.Array+Inner]$c
[A, B, Version=1.0.0.0]$d
[void] $x.Add(1)
[ValidateSet('a', 'b')] [string] $e = 'a'
[a`1]
[switch]
