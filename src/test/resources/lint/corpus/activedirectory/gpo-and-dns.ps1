# GPO の不要リンク確認（削除は GUI で行う）
Get-GPO -All | Where-Object { $_.GpoStatus -eq 'AllSettingsDisabled' } | Select-Object DisplayName, ModificationTime
Get-ADOrganizationalUnit -Filter * | Select-Object Name, LinkedGroupPolicyObjects
# Remove-GPO -Name 'Old printers'
# Get-ADUser -Filter * -SearchBase 'OU=Old,DC=contoso,DC=example' | Remove-ADUser
