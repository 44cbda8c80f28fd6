#Requires -Modules ExchangeOnlineManagement
<#
.SYNOPSIS
  Closes eDiscovery cases that legal has named and lifts their holds.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [ValidateScript({ Test-Path -LiteralPath $_ -PathType Leaf })]
    [string]$ListOfLegal,

    [switch]$DeleteCases
)

begin {
    Connect-IPPSSession -UserPrincipalName compliance@contoso.example
    $stamp = Get-Date -Format 'yyyy-MM-dd'
    $record = New-Object 'System.Collections.Generic.List[string]'
}

process {
    $names = Get-Content -LiteralPath $ListOfLegal | Where-Object { $_ -and -not $_.StartsWith('#') }
    foreach ($name in $names) {
        $case = Get-ComplianceCase -Identity $name -ErrorAction SilentlyContinue
        if (-not $case) {
            Write-Warning "$name does not exist"
            continue
        }

        $policies = Get-CaseHoldPolicy -Case $case.Name
        foreach ($policy in $policies) {
            $record.Add("$stamp;$($case.Name);$($policy.Name);$($policy.ExchangeLocation -join ',')")
            Get-CaseHoldRule -Policy $policy.Name | ForEach-Object {
                Remove-CaseHoldRule -Identity $_.Name -Confirm:$false
            }
            Remove-CaseHoldPolicy -Identity $policy.Name -Confirm:$false
        }

        Set-ComplianceCase -Identity $case.Name -Close
        if ($DeleteCases) {
            Remove-ComplianceCase -Identity $case.Name -Confirm:$false
        }
    }
}

end {
    $record | Add-Content -Path .\lifted-holds.csv -Encoding UTF8
    Disconnect-ExchangeOnline -Confirm:$false
}
