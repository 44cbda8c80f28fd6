if ($a) { Get-A } elseif (Get-B) { } else { Get-C }
switch -Regex -CaseSensitive ($x) { '^a' { Get-A } { $_ -gt 1 } { Get-B } word { } 5 { } default { Get-C } }
switch -File a.txt { default { } }
try { Get-A } catch [A], [B.C] { Get-B } catch { } finally { Get-C }
trap [A] { continue }
return Get-X
throw "x"
exit 1
