$p = @{ WhatIf = $true; Confirm = $false }
$p.WhatIf = $false
Get-Mailbox -ResultSize Unlimited | Remove-Mailbox @p
