$inactive = Import-Csv .\inactive.csv
foreach ($row in $inactive) {
    $message = @{
        Message = @{
            Subject      = 'Your account ends today'
            Body         = @{ ContentType = 'Text'; Content = 'Good bye' }
            ToRecipients = @(@{ EmailAddress = @{ Address = $row.Mail } })
        }
    }
    Send-MgUserMail -UserId 'noreply@sgu.example' -BodyParameter $message
    Remove-MgUser -UserId $row.Id
}
