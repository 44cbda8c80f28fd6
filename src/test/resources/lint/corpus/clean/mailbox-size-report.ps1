<#
.SYNOPSIS
    Size of all mailboxes, largest first.
.EXAMPLE
    .\mailbox-size-report.ps1 -Path C:\Reports\sizes.csv
#>
[CmdletBinding()]
param(
    [string]$Path = "$env:USERPROFILE\Desktop\sizes.csv",
    [int]$Top = 0
)

$ErrorActionPreference = 'SilentlyContinue'
Connect-ExchangeOnline -ShowBanner:$false
$all = Get-EXOMailbox -ResultSize Unlimited -RecipientTypeDetails UserMailbox, SharedMailbox
$i = 0
$rows = foreach ($m in $all) {
    $i++
    Write-Progress -Activity 'Reading' -Status $m.DisplayName -PercentComplete ($i / $all.Count * 100)
    $s = Get-EXOMailboxStatistics -Identity $m.ExchangeGuid
    [pscustomobject]@{
        Name    = $m.DisplayName
        Mail    = $m.PrimarySmtpAddress
        Items   = $s.ItemCount
        Size    = $s.TotalItemSize.Value.ToString()
        Deleted = $s.DeletedItemCount
    }
}
$rows = $rows | Sort-Object Items -Descending
if ($Top) { $rows = $rows | Select-Object -First $Top }
if (Test-Path $Path) { Remove-Item $Path -Force -Confirm:$false }
$rows | Export-Csv -Path $Path -NoTypeInformation -Encoding UTF8
Disconnect-ExchangeOnline -Confirm:$false
Remove-Variable all, rows
