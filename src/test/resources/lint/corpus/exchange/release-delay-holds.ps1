$mailbox = 'saburo@sgu.example'
Set-Mailbox -Identity $mailbox -RemoveDelayHoldApplied
Set-Mailbox -Identity $mailbox -RemoveDelayReleaseHoldApplied
Set-Mailbox -Identity $mailbox -ExcludeFromAllOrgHolds
