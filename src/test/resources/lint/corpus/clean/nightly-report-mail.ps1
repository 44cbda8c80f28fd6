# one status mail to the operators
$count = (Get-MgUser -All -Property Id).Count
$free = (Get-MgSubscribedSku -All | Measure-Object -Property ConsumedUnits -Sum).Sum
$text = "users: $count / licenses: $free"
Send-MailMessage -To ops@sgu.example -From report@sgu.example -Subject 'Nightly report' -Body $text -SmtpServer mail.sgu.example
