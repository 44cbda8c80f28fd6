# near miss: only the output is thrown away
Disable-ADAccount -Identity kuro > $null
Disable-ADAccount -Identity shiro | Out-Null
[void](Disable-ADAccount -Identity aka -ErrorAction Stop)
