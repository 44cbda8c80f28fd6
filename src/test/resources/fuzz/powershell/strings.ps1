Get-X 'it''s' "a ""b"" `"c`" `t" "n: $($x.Name) ${a b} $env:X $script:x.y" $x-$y a"$z"'q'
Get-X "$(Get-Y ""a b"" "c")" "a"b 'x'.Length
"$(if (1) { "in $("deep")" })"
