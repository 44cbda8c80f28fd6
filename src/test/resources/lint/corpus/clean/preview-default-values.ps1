$PSDefaultParameterValues['*:WhatIf'] = $true
Get-Mailbox -ResultSize Unlimited | Remove-Mailbox -Confirm:$false
