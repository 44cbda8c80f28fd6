# Near miss: the hold is switched on
Get-Mailbox -ResultSize Unlimited -RecipientTypeDetails UserMailbox |
    Where-Object { -not $_.LitigationHoldEnabled } |
    Set-Mailbox -LitigationHoldEnabled $true -LitigationHoldDuration 2555
