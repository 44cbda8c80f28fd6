Set-ADOrganizationalUnit -Identity 'OU=Graduates2020,DC=contoso,DC=example' -ProtectedFromAccidentalDeletion $false
Remove-ADOrganizationalUnit -Identity 'OU=Graduates2020,DC=contoso,DC=example' -Recursive -Confirm:$false
