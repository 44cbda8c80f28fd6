function Disable-Leaver {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param(
        [Parameter(Mandatory)]
        [ValidateNotNullOrEmpty()]
        [string]$UserPrincipalName
    )
    $user = Get-MgUser -UserId $UserPrincipalName -Property Id, DisplayName -ErrorAction Stop
    if ($PSCmdlet.ShouldProcess($user.DisplayName, 'Block sign-in and take the licenses')) {
        Update-MgUser -UserId $user.Id -AccountEnabled:$false
        $skus = @((Get-MgUserLicenseDetail -UserId $user.Id).SkuId)
        Set-MgUserLicense -UserId $user.Id -RemoveLicenses $skus -AddLicenses @()
    }
}
Disable-Leaver -UserPrincipalName 'rokuro@sgu.example'
