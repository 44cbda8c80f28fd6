$pcs = Get-ADComputer -Filter "Name -like 'LAB3-*'" -SearchBase 'OU=Lab,DC=sgu,DC=example'
foreach ($pc in $pcs) { Disable-ADAccount -Identity $pc -WhatIf }
Read-Host 'Enter = disable them'
foreach ($pc in $pcs) { Disable-ADAccount -Identity $pc }
