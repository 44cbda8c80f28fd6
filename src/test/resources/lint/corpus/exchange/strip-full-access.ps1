$leaver = 'shiro@sgu.example'
Get-Mailbox -ResultSize Unlimited | ForEach-Object {
    $box = $_.Identity
    Get-MailboxPermission -Identity $box -User $leaver -ErrorAction SilentlyContinue | ForEach-Object {
        Remove-MailboxPermission -Identity $box -User $leaver -AccessRights FullAccess -InheritanceType All -Confirm:$false
    }
}
