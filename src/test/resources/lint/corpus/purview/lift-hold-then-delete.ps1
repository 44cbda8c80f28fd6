param (
    [Parameter(Mandatory = $true)] [string] $Mailbox
)
Set-Mailbox -Identity $Mailbox -LitigationHoldEnabled $false -SingleItemRecoveryEnabled $false
Set-Mailbox -Identity $Mailbox -RetainDeletedItemsFor 0
Search-Mailbox -Identity $Mailbox -SearchDumpsterOnly -DeleteContent -Force
