<#
.SYNOPSIS
    Removes the mailboxes of people who left.
.DESCRIPTION
    Reads a list that HR exports every month.
.PARAMETER Path
    The CSV with the column UserPrincipalName.
#>
param(
    [string]$Path = 'C:\Temp\leavers.csv'
)

Import-Module ExchangeOnlineManagement
Connect-ExchangeOnline -ShowBanner:$false

$rows = Import-Csv -Path $Path
Write-Host ("{0} rows" -f $rows.Count)

foreach ($row in $rows) {
    $mbx = Get-Mailbox -Identity $row.UserPrincipalName
    Write-Host "Removing $($mbx.PrimarySmtpAddress)"
    $mbx | Remove-Mailbox -Confirm:$false
}

Disconnect-ExchangeOnline -Confirm:$false
