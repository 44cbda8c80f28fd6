Disable-ADAccount -Identity kuro -ea 0
