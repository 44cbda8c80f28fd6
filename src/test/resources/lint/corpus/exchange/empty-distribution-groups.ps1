Write-Host '=== Removing empty distribution groups ==='
$groups = Get-DistributionGroup -ResultSize Unlimited
foreach ($g in $groups) {
    $members = @(Get-DistributionGroupMember -Identity $g.Identity)
    if ($members.Count -eq 0) {
        Remove-DistributionGroup -Identity $g.Identity -BypassSecurityGroupManagerCheck -Confirm:$false
    }
}
