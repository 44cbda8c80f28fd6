Set-StrictMode -Version Latest

function Get-LeaverFolder {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)][string]$Id)
    Join-Path $env:ProgramData "Leavers\$Id"
}

function Remove-LeaverFolder {
    <#
    .SYNOPSIS
        Removes the local folder of a leaver.
    .EXAMPLE
        Remove-LeaverFolder -Id kuro -WhatIf
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, ValueFromPipeline)][string]$Id)
    process {
        $folder = Get-LeaverFolder -Id $Id
        if ($PSCmdlet.ShouldProcess($folder)) {
            Remove-Item -LiteralPath $folder -Recurse -Force
        }
    }
}

Export-ModuleMember -Function Get-LeaverFolder, Remove-LeaverFolder
