#requires -Modules ExchangeOnlineManagement
# Delete unused shared mailboxes
$ErrorActionPreference = 'SilentlyContinue'
$limit = (Get-Date).AddDays(-365)

$shared = Get-Mailbox -RecipientTypeDetails SharedMailbox
foreach ($mbx in $shared) {
    $stat = Get-MailboxStatistics -Identity $mbx.ExchangeGuid
    if ($stat.LastLogonTime -lt $limit) {
        Write-Host "Remove $($mbx.DisplayName)" -ForegroundColor Red
        Remove-Mailbox -Identity $mbx.DistinguishedName -Confirm:$false
    }
}
