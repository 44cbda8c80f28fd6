$WhatIfPreference = $true
Get-Mailbox -ResultSize Unlimited | Remove-Mailbox -Confirm:$false
Get-ADUser -Filter * | Remove-ADUser
