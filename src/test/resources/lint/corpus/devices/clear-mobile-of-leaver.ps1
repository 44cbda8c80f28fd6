$mail = Read-Host 'Mail address of the leaver'
Get-MobileDevice -Mailbox $mail | Clear-MobileDevice -NotificationEmailAddresses helpdesk@sgu.example -Confirm:$false
