#Requires -Version 7.2
using namespace System.Collections.Generic

Set-StrictMode -Version Latest
$script:ProtectedPattern = '^(admin|svc|break-?glass)'

function Test-Protected {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)][string]$UserPrincipalName)
    $UserPrincipalName -match $script:ProtectedPattern
}

function Get-LeaverPlan {
    <#
    .SYNOPSIS
        Says what would be done for a leaver.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory, ValueFromPipeline)][ValidateNotNullOrEmpty()][string]$UserPrincipalName)
    process {
        if (Test-Protected $UserPrincipalName) { throw "$UserPrincipalName is protected" }
        $user = Get-MgUser -UserId $UserPrincipalName -Property Id, DisplayName, AssignedLicenses
        [pscustomobject]@{
            PSTypeName = 'Contoso.LeaverPlan'
            User       = $user
            Groups     = @(Get-MgUserMemberOf -UserId $user.Id -All)
            Licenses   = @($user.AssignedLicenses.SkuId)
        }
    }
}

function Invoke-LeaverPlan {
    <#
    .SYNOPSIS
        Carries a plan out, step by step, and asks before each.
    .EXAMPLE
        Get-LeaverPlan kuro@contoso.example | Invoke-LeaverPlan -WhatIf
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param([Parameter(Mandatory, ValueFromPipeline)][PSTypeName('Contoso.LeaverPlan')]$Plan)

    begin { $done = [List[string]]::new() }
    process {
        $id = $Plan.User.Id
        $name = $Plan.User.DisplayName

        if ($PSCmdlet.ShouldProcess($name, 'Block sign-in')) {
            Update-MgUser -UserId $id -AccountEnabled:$false
            $done.Add("blocked $name")
        }
        foreach ($group in $Plan.Groups) {
            if ($PSCmdlet.ShouldProcess("$name in $($group.Id)", 'Remove from group')) {
                Remove-MgGroupMemberByRef -GroupId $group.Id -DirectoryObjectId $id
                $done.Add("removed $name from $($group.Id)")
            }
        }
        if ($Plan.Licenses -and $PSCmdlet.ShouldProcess($name, "Take $($Plan.Licenses.Count) licenses")) {
            Set-MgUserLicense -UserId $id -AddLicenses @() -RemoveLicenses $Plan.Licenses
            $done.Add("took the licenses of $name")
        }
    }
    end { $done }
}

Export-ModuleMember -Function Get-LeaverPlan, Invoke-LeaverPlan
