# A report of idle guests goes to the owners of the service, nothing else happens.
Connect-MgGraph -Scopes User.Read.All, Mail.Send -NoWelcome
[array]$guests = Get-MgUser -Filter "userType eq 'Guest'" -All -Property DisplayName, Mail, SignInActivity
$rows = foreach ($guest in $guests) {
    [pscustomobject]@{ Name = $guest.DisplayName; Mail = $guest.Mail; LastSignIn = $guest.SignInActivity.LastSignInDateTime }
}
$html = $rows | Sort-Object LastSignIn | ConvertTo-Html -Fragment
$message = @{
    subject      = "Guests: $($guests.Count)"
    body         = @{ contentType = 'HTML'; content = "<html><body>$html</body></html>" }
    toRecipients = @(@{ emailAddress = @{ address = 'service-owners@contoso.example' } })
}
Send-MgUserMail -UserId 'reports@contoso.example' -BodyParameter @{ message = $message; saveToSentItems = $true }
