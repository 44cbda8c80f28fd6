$sam = 'nana'
$groups = Get-ADPrincipalGroupMembership -Identity $sam | Where-Object Name -ne 'Domain Users'
foreach ($group in $groups) {
    Remove-ADGroupMember -Identity $group -Members $sam -Confirm:$false
}
