# Checks before a migration; nothing is changed in source or target
[CmdletBinding()]
param(
    [string]$Wave = 'wave-05',
    [string]$Folder = 'C:\Migration'
)

$problems = New-Object System.Collections.ArrayList
function Add-Problem {
    param([string]$Who, [string]$What)
    [void]$problems.Add([pscustomobject]@{ Who = $Who; What = $What })
}

$batch = Import-Csv (Join-Path $Folder "$Wave.csv")
Write-Host "$($batch.Count) mailboxes in $Wave"

$counter = 0
foreach ($entry in $batch) {
    $counter++
    Write-Progress -Activity $Wave -Status $entry.EmailAddress -PercentComplete (100 * $counter / $batch.Count)

    $mailbox = Get-Mailbox -Identity $entry.EmailAddress -ErrorAction SilentlyContinue
    if (-not $mailbox) {
        Add-Problem $entry.EmailAddress 'no mailbox'
        continue
    }
    if ($mailbox.LitigationHoldEnabled) { Add-Problem $entry.EmailAddress 'on litigation hold' }
    if ($mailbox.InPlaceHolds.Count) { Add-Problem $entry.EmailAddress "holds: $($mailbox.InPlaceHolds -join ' ')" }

    $statistics = Get-MailboxStatistics -Identity $mailbox.ExchangeGuid -WarningAction SilentlyContinue
    if ($statistics.ItemCount -gt 500000) { Add-Problem $entry.EmailAddress 'more than half a million items' }

    $large = Get-MailboxFolderStatistics -Identity $mailbox.ExchangeGuid -FolderScope RecoverableItems |
        Where-Object { $_.FolderPath -eq '/Purges' -and $_.ItemsInFolder -gt 0 }
    if ($large) { Add-Problem $entry.EmailAddress 'items in Purges' }

    try { $target = Get-MgUser -UserId $entry.TargetUpn -Property Id, AssignedLicenses -ErrorAction Stop }
    catch { Add-Problem $entry.TargetUpn 'not in the target'; continue }
    if (-not $target.AssignedLicenses) { Add-Problem $entry.TargetUpn 'no license in the target' }
}

$report = Join-Path $Folder "$Wave-problems.csv"
if (Test-Path $report) { Remove-Item $report }
if ($problems.Count -eq 0) {
    Write-Host 'No problem was found.' -ForegroundColor Green
}
else {
    $problems | Export-Csv $report -NoTypeInformation -Encoding UTF8
    Write-Host "$($problems.Count) problems, see $report" -ForegroundColor Yellow
}

<#
After the wave, by the second line only, one mailbox at a time:

    Disable-Mailbox -Identity <address>
#>
