Get-Mailbox -ResultSize Unlimited |
    Sort-Object Name |

    Remove-Mailbox `
        -Confirm:$false
