Connect-MgGraph -Scopes Mail.Send, User.Read.All
$users = Get-MgUser -All -Filter "accountEnabled eq true" -Property Mail
foreach ($u in $users) {
    Send-MgUserMail -UserId 'noreply@sgu.example' -Message @{
        Subject      = 'Maintenance on Saturday'
        Body         = @{ ContentType = 'Text'; Content = 'Mail is not available from 8 to 12.' }
        ToRecipients = @(@{ EmailAddress = @{ Address = $u.Mail } })
    }
}
