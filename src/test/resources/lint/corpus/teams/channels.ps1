$group = '31f1ff6c-d48c-4f8a-b2e1-abca7fd399df'
Get-TeamChannel -GroupId $group -MembershipType Private | ForEach-Object {
    Remove-TeamChannel -GroupId $group -DisplayName $_.DisplayName
}
