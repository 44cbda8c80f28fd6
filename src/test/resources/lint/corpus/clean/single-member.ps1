Remove-ADGroupMember -Identity 'Backup Operators' -Members 'kuro'
Remove-DistributionGroupMember -Identity 'Sales All' -Member kuro@sgu.example
Remove-MgGroupMemberByRef -GroupId '31f1ff6c-d48c-4f8a-b2e1-abca7fd399df' -DirectoryObjectId '0f2d4cbe-8f3f-4f2b-9a3c-000000000007'
