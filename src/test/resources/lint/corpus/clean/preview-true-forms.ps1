$preview = $true
Get-ADUser -Filter * | Remove-ADUser -WhatIf:$preview
Get-ADUser -Filter * | Disable-ADAccount -WhatIf: $true
Get-ADComputer -Filter * | Remove-ADComputer -Confirm:$false -WhatIf
