using namespace System.Text
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param([Parameter(Mandatory)][string[]] $Name = @('a'), [switch]$Force)
begin { Get-A }
process { Get-B }
end { Get-C }
