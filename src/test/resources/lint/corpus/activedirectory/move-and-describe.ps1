# Near miss: moved and described, nothing is removed or disabled
$stamp = Get-Date -Format yyyy-MM-dd
Get-ADUser -Filter 'Enabled -eq $false' -SearchBase 'OU=Staff,DC=contoso,DC=example' | ForEach-Object {
    Set-ADUser -Identity $_ -Description "moved $stamp"
    Move-ADObject -Identity $_.DistinguishedName -TargetPath 'OU=Disabled,DC=contoso,DC=example'
}
