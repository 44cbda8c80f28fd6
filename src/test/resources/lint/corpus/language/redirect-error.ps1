Disable-ADAccount -Identity kuro 2>$null
