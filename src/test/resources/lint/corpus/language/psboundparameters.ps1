function Remove-OldMailbox {
    [CmdletBinding()]
    param([string]$Identity, [switch]$Force)
    Remove-Mailbox @PSBoundParameters -Confirm:$false
}
