function Close-Group {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param([Parameter(Mandatory, ValueFromPipeline)][string]$Name)
    process {
        if (-not $PSCmdlet.ShouldProcess($Name, 'Remove distribution group')) { return }
        Remove-DistributionGroup -Identity $Name
    }
}
'old-a', 'old-b' | Close-Group
