#Requires -Version 5.1
#Requires -Modules ExchangeOnlineManagement
<#
.SYNOPSIS
    Quarterly clean-up of mailboxes of people who left.
.DESCRIPTION
    1. reads the export of the personnel system
    2. tells the supervisor
    3. converts or removes the mailbox
    4. writes a log
.EXAMPLE
    .\quarterly-cleanup.ps1 -InputFile .\2024Q1.csv -Remove
.NOTES
    Version 1.7
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [ValidateScript({ Test-Path $_ })]
    [string]$InputFile,

    [string]$LogFolder = 'C:\Logs\Cleanup',

    [string]$SmtpServer = 'smtp.contoso.example',

    [switch]$Remove
)

#region functions
function Write-Log {
    param(
        [string]$Message,
        [ValidateSet('INFO', 'WARN', 'ERROR')]
        [string]$Level = 'INFO'
    )
    $line = '{0} [{1}] {2}' -f (Get-Date -Format 'yyyy-MM-dd HH:mm:ss'), $Level, $Message
    Add-Content -Path $script:LogFile -Value $line
    if ($Level -eq 'ERROR') { Write-Host $line -ForegroundColor Red } else { Write-Host $line }
}

function Send-Notice {
    param([string]$To, [string]$Name)
    $mail = @{
        To         = $To
        From       = 'noreply@contoso.example'
        Subject    = "Mailbox of $Name"
        Body       = "The mailbox of $Name is closed today."
        SmtpServer = $SmtpServer
        Encoding   = [System.Text.Encoding]::UTF8
    }
    Send-MailMessage @mail
}
#endregion functions

#region preparation
if (-not (Test-Path $LogFolder)) {
    New-Item -Path $LogFolder -ItemType Directory | Out-Null
}
$script:LogFile = Join-Path $LogFolder ('cleanup_{0:yyyyMMdd}.log' -f (Get-Date))
Get-ChildItem $LogFolder -Filter *.log |
    Where-Object { $_.LastWriteTime -lt (Get-Date).AddDays(-90) } |
    Remove-Item -Force

try {
    Connect-ExchangeOnline -ShowBanner:$false -ErrorAction Stop
}
catch {
    Write-Log -Level ERROR -Message "no connection: $($_.Exception.Message)"
    exit 1
}
#endregion preparation

#region work
$rows = Import-Csv -Path $InputFile -Encoding UTF8
Write-Log "$($rows.Count) rows"
$done = 0
foreach ($row in $rows) {
    $mailbox = $null
    try {
        $mailbox = Get-EXOMailbox -Identity $row.Mail -ErrorAction Stop
    }
    catch {
        Write-Log -Level WARN -Message "$($row.Mail) not found"
        continue
    }

    Send-Notice -To $row.SupervisorMail -Name $mailbox.DisplayName

    if ($Remove) {
        Remove-Mailbox -Identity $mailbox.Guid.ToString() -Confirm:$false
        Write-Log "removed $($mailbox.PrimarySmtpAddress)"
    }
    else {
        Set-Mailbox -Identity $mailbox.Guid.ToString() -Type Shared
        Write-Log "converted $($mailbox.PrimarySmtpAddress)"
    }
    $done++
}
#endregion work

Write-Log "$done of $($rows.Count) done"
Disconnect-ExchangeOnline -Confirm:$false
