Import-Module ActiveDirectory
$date = (Get-Date).AddYears(-1)
Get-ADUser -Filter * -SearchBase 'DC=contoso,DC=example' -Properties LastLogonDate |
    Where-Object { $_.LastLogonDate -lt $date -and $_.Enabled -eq $false } |
    Remove-ADUser -Confirm:$false
