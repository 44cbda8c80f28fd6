function Remove-StaleGuest {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
        [int]$Days = 90,
        [string]$Domain
    )

    $filter = "userType eq 'Guest'"
    $since = (Get-Date).AddDays(-$Days)
    $guests = Get-MgUser -All -Filter "$filter and endsWith(mail,'$Domain')" -ConsistencyLevel eventual -CountVariable c -Property Id, Mail, SignInActivity
    foreach ($guest in $guests) {
        if ($guest.SignInActivity.LastSignInDateTime -gt $since) { continue }
        $mail = @{
            message = @{
                subject      = 'Guest access'
                body         = @{ contentType = 'Text'; content = 'Your access ends today.' }
                toRecipients = @(@{ emailAddress = @{ address = $guest.Mail } })
            }
        }
        Send-MgUserMail -UserId 'noreply@sgu.example' -BodyParameter $mail
        if ($PSCmdlet.ShouldProcess($guest.Mail, 'Remove guest')) {
            Remove-MgUser -UserId $guest.Id
        }
    }
}
