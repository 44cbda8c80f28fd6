$vip = @('president', 'dean', 'library')
Get-ADUser -Filter * -SearchBase 'OU=Accounts,DC=contoso,DC=example' |
    Where-Object { $_.SamAccountName -ne $vip } |
    Set-ADUser -Enabled $false
