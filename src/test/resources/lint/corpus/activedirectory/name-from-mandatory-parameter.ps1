[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [ValidatePattern('^loadtest\d{2}$')]
    [string]$Prefix
)
Get-ADUser -Filter "SamAccountName -like '$Prefix*'" | ForEach-Object {
    if ($PSCmdlet.ShouldProcess($_.DistinguishedName, 'Disable')) {
        Disable-ADAccount -Identity $_
    }
}
