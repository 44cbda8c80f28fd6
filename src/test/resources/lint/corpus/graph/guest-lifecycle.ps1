#Requires -Modules Microsoft.Graph.Users, Microsoft.Graph.Authentication
<#
  Guest lifecycle, runs as an Azure Automation runbook.
  Stage 1: block after 60 days without a sign-in
  Stage 2: delete after 120 days
#>
param(
    [int]$BlockAfter = 60,
    [int]$DeleteAfter = 120,
    [string[]]$ExcludedDomain = @('partner.example')
)

$ErrorActionPreference = 'Continue'
$VerbosePreference = 'SilentlyContinue'
Connect-MgGraph -Identity -NoWelcome

$now = (Get-Date).ToUniversalTime()
$blockDate = $now.AddDays(-$BlockAfter)
$deleteDate = $now.AddDays(-$DeleteAfter)

$properties = 'id', 'displayName', 'mail', 'createdDateTime', 'accountEnabled', 'signInActivity'
$guests = Get-MgUser -All -Filter "userType eq 'Guest'" -Property $properties

$blocked = [System.Collections.Generic.List[object]]::new()
$deleted = [System.Collections.Generic.List[object]]::new()

:guests foreach ($guest in $guests) {
    foreach ($domain in $ExcludedDomain) {
        if ($guest.Mail -like "*@$domain") { continue guests }
    }

    $last = $guest.SignInActivity.LastSignInDateTime
    if (-not $last) { $last = $guest.CreatedDateTime }

    if ($last -lt $deleteDate) {
        try {
            Remove-MgUser -UserId $guest.Id -ErrorAction Stop
            $deleted.Add([pscustomobject]@{ Name = $guest.DisplayName; Mail = $guest.Mail; Last = $last })
        }
        catch {
            Write-Warning "could not delete $($guest.Mail): $_"
        }
    }
    elseif ($last -lt $blockDate -and $guest.AccountEnabled) {
        Update-MgUser -UserId $guest.Id -AccountEnabled:$false
        $blocked.Add([pscustomobject]@{ Name = $guest.DisplayName; Mail = $guest.Mail; Last = $last })
    }
}

$html = @"
<h2>Guests</h2>
<p>blocked: $($blocked.Count), deleted: $($deleted.Count)</p>
$($deleted | ConvertTo-Html -Fragment)
"@
$params = @{
    UserId  = 'automation@contoso.example'
    Message = @{
        Subject      = 'Guest lifecycle'
        Body         = @{ ContentType = 'HTML'; Content = $html }
        ToRecipients = @(@{ EmailAddress = @{ Address = 'security@contoso.example' } })
    }
}
Send-MgUserMail @params
Disconnect-MgGraph | Out-Null
