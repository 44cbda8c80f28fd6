$p = @{
    Identity = 'kuro@sgu.example'
    WhatIf   = $true
}
Remove-Mailbox @p
