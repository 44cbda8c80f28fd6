param(
    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string]$Path
)

Connect-ExchangeOnline
foreach ($row in Import-Csv $Path) {
    if ([string]::IsNullOrWhiteSpace($row.UserPrincipalName)) {
        Write-Warning 'empty row skipped'
        continue
    }
    $mbx = Get-Mailbox -Identity $row.UserPrincipalName
    $mbx | Disable-Mailbox -Confirm:$false
}
