<#
.SYNOPSIS
    Offboarding of employees, complete run.

.DESCRIPTION
    For each row of the list:
      - resets the password and signs the user out
      - removes group memberships
      - converts the mailbox or removes it
      - takes the licenses
    A transcript and a CSV with the result are written.

.PARAMETER CsvPath
    Columns: UserPrincipalName, Manager, KeepMailbox (yes/no)

.EXAMPLE
    .\offboarding-complete.ps1 -CsvPath .\july.csv

.NOTES
    1.0  first version
    1.1  licenses
    1.4  mail to the manager
#>
[CmdletBinding()]
param (
    [Parameter(Mandatory = $true, Position = 0)]
    [string]$CsvPath,

    [Parameter(Mandatory = $false)]
    [string]$ReportPath = (Join-Path $PSScriptRoot "offboarding_$(Get-Date -Format 'yyyyMMddHHmm').csv"),

    [switch]$SkipMail
)

#region helper functions
function Write-Step {
    param ([string]$Text, [ConsoleColor]$Color = 'Gray')
    Write-Host ("[{0:HH:mm:ss}] {1}" -f (Get-Date), $Text) -ForegroundColor $Color
}

function New-RandomPassword {
    param ([int]$Length = 24)
    $chars = [char[]](33..126)
    -join (1..$Length | ForEach-Object { $chars | Get-Random })
}

function Remove-AllMemberships {
    param ([string]$UserId)
    $memberships = Get-MgUserMemberOf -UserId $UserId -All
    foreach ($membership in $memberships) {
        if ($membership.AdditionalProperties.groupTypes -contains 'DynamicMembership') { continue }
        try {
            Remove-MgGroupMemberByRef -GroupId $membership.Id -DirectoryObjectId $UserId -ErrorAction Stop
        }
        catch {
            # mail-enabled groups are kept in Exchange
            try {
                Remove-DistributionGroupMember -Identity $membership.Id -Member $UserId -BypassSecurityGroupManagerCheck -Confirm:$false
            }
            catch { }
        }
    }
}
#endregion

Start-Transcript -Path ($ReportPath -replace '\.csv$', '.log') | Out-Null
Connect-MgGraph -Scopes 'User.ReadWrite.All', 'GroupMember.ReadWrite.All' -NoWelcome
Connect-ExchangeOnline -ShowBanner:$false

$result = @()
$list = Import-Csv -Path $CsvPath
foreach ($entry in $list) {
    $upn = $entry.UserPrincipalName.Trim()
    if (-not $upn) {
        Write-Step 'row without a name' Yellow
        continue
    }
    Write-Step "=== $upn ===" Cyan
    $user = Get-MgUser -UserId $upn -Property Id, DisplayName, AssignedLicenses

    Update-MgUser -UserId $user.Id -AccountEnabled:$false
    Update-MgUser -UserId $user.Id -PasswordProfile @{
        Password                      = New-RandomPassword
        ForceChangePasswordNextSignIn = $true
    }
    Revoke-MgUserSignInSession -UserId $user.Id | Out-Null

    Remove-AllMemberships -UserId $user.Id

    if ($entry.KeepMailbox -eq 'yes') {
        Set-Mailbox -Identity $upn -Type Shared
        Add-MailboxPermission -Identity $upn -User $entry.Manager -AccessRights FullAccess -AutoMapping $true -Confirm:$false | Out-Null
    }
    else {
        Remove-Mailbox -Identity $upn -Confirm:$false
    }

    if ($user.AssignedLicenses) {
        Set-MgUserLicense -UserId $user.Id -AddLicenses @() -RemoveLicenses @($user.AssignedLicenses.SkuId)
    }

    if (-not $SkipMail -and $entry.Manager) {
        $mail = @{
            To         = $entry.Manager
            From       = 'it@contoso.example'
            Subject    = "Offboarding of $($user.DisplayName)"
            Body       = 'The account is closed.'
            SmtpServer = 'smtp.contoso.example'
        }
        Send-MailMessage @mail
    }
    $result += [pscustomobject]@{ User = $upn; Mailbox = $entry.KeepMailbox; Time = Get-Date }
}

$result | Export-Csv -Path $ReportPath -NoTypeInformation -Encoding UTF8
Write-Step "$($result.Count) users" Green
Stop-Transcript | Out-Null
