# Offboarding of one person; the account itself is closed by another team
$leaver  = 'kuro@sgu.example'
$manager = 'shiro@sgu.example'
Set-Mailbox -Identity $leaver -ForwardingSmtpAddress $manager -DeliverToMailboxAndForward $true
Set-MailboxAutoReplyConfiguration -Identity $leaver -AutoReplyState Enabled -InternalMessage 'left' -ExternalMessage 'left'
Add-MailboxPermission -Identity $leaver -User $manager -AccessRights FullAccess -Confirm:$false
Remove-CalendarEvents -Identity $leaver -CancelOrganizedMeetings -QueryWindowInDays 365
