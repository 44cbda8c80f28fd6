$removed = 0
Import-Csv .\rooms.csv | ForEach-Object {
    Remove-DistributionGroupMember -Identity 'All rooms' -Member $_.Mail -Confirm:$false
    $removed++
}
Send-MailMessage -To ops@sgu.example -From ops@sgu.example -Subject "$removed rooms removed" -SmtpServer mail.sgu.example
