$list = Import-Csv .\disable.csv -Encoding Default
foreach ($p in $list) {
    Disable-Mailbox -Identity $p.Mail -Confirm:$false
    Send-MailMessage -To $p.Mail -From helpdesk@sgu.example -Subject 'Your mailbox was closed' -Body 'It was closed today.' -SmtpServer smtp.sgu.example
}
