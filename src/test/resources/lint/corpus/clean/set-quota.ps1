Get-Mailbox -ResultSize Unlimited -RecipientTypeDetails UserMailbox |
    Set-Mailbox -ProhibitSendReceiveQuota 50GB -ProhibitSendQuota 49GB -IssueWarningQuota 45GB -Confirm:$false
