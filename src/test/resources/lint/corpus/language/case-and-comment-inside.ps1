get-mailbox <# everybody #> -resultsize unlimited | REMOVE-MAILBOX <# -WhatIf #> -confirm:$False
