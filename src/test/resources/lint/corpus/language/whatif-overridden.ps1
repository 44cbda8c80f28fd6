$WhatIfPreference = $true
Get-Mailbox -ResultSize Unlimited | Remove-Mailbox -WhatIf:$false
