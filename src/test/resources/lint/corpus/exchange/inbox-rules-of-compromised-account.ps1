param(
    [Parameter(Mandatory = $true)]
    [ValidateNotNullOrEmpty()]
    [string]$User
)
# Rules that forward outside, after an account was taken over
Get-InboxRule -Mailbox $User |
    Where-Object { $_.ForwardTo -or $_.RedirectTo } |
    Remove-InboxRule -Confirm:$false
