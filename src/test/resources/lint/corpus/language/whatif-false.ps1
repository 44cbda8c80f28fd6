Disable-Mailbox -Identity 'kuro@sgu.example' -WhatIf:$false
