function Remove-TestUser {
    <#
    .SYNOPSIS
        Removes test users after asking for each.
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param()
    $users = Get-MgUser -All -Filter "startsWith(userPrincipalName,'test-')"
    foreach ($u in $users) {
        if ($PSCmdlet.ShouldProcess($u.UserPrincipalName)) {
            Remove-MgUser -UserId $u.Id
        }
    }
}
