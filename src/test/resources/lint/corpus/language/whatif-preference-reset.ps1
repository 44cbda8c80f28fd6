$WhatIfPreference = $true
Disable-Mailbox -Identity 'kuro@sgu.example'
$WhatIfPreference = $false
Get-ADUser -Filter * | Remove-ADUser -Confirm:$false
