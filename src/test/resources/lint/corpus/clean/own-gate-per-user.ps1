[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
param(
    [Parameter(Mandatory = $true)]
    [ValidateNotNullOrEmpty()]
    [string[]]$SamAccountName
)

foreach ($name in $SamAccountName) {
    $user = Get-ADUser -Identity $name -Properties Description
    if ($user.Description -notlike 'leaver*') {
        Write-Warning "$name is no leaver"
        continue
    }
    if ($PSCmdlet.ShouldProcess($user.DistinguishedName, 'Disable account')) {
        Disable-ADAccount -Identity $user
    }
}
