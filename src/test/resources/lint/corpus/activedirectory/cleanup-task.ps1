<#
    Scheduled every night: leavers' accounts.
    day 0   account is disabled and moved
    day 90  account is removed
#>
$ErrorActionPreference = 'Stop'
Import-Module ActiveDirectory

$config = @{
    DisabledOu = 'OU=Disabled,DC=contoso,DC=example'
    Days       = 90
    Mail       = 'ops@contoso.example'
}
$today   = Get-Date
$cutoff  = $today.AddDays(-$config.Days)
$removed = New-Object System.Collections.ArrayList
$failed  = New-Object System.Collections.ArrayList

# accounts that carry the date in the description, e.g. "leaver 2024-02-01"
$accounts = Get-ADUser -Filter "Description -like 'leaver *'" -SearchBase $config.DisabledOu -Properties Description

foreach ($account in $accounts) {
    $date = [datetime]::MinValue
    $text = $account.Description -replace '^leaver\s+', ''
    if (-not [datetime]::TryParse($text, [ref]$date)) {
        [void]$failed.Add("$($account.SamAccountName): no date in '$($account.Description)'")
        continue
    }
    if ($date -gt $cutoff) { continue }

    # home folder first
    $homeFolder = "\\files\home\$($account.SamAccountName)"
    if ($account.SamAccountName -and (Test-Path $homeFolder)) {
        Remove-Item -Path $homeFolder -Recurse -Force
    }

    try {
        # objects below the account (mobile devices) need the recursive form
        Remove-ADObject -Identity $account.DistinguishedName -Recursive -Confirm:$false
        [void]$removed.Add($account.SamAccountName)
    }
    catch {
        [void]$failed.Add("$($account.SamAccountName): $($_.Exception.Message)")
    }
}

if ($removed.Count -or $failed.Count) {
    $body = @("Removed:", ($removed -join "`r`n"), '', "Failed:", ($failed -join "`r`n")) -join "`r`n"
    Send-MailMessage -To $config.Mail -From $config.Mail -Subject "Accounts $($today.ToString('yyyy-MM-dd'))" -Body $body -SmtpServer smtp.contoso.example
}
