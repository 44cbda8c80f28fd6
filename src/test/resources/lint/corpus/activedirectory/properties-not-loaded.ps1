$cutoff = (Get-Date).AddDays(-90)
foreach ($user in (Get-ADUser -Filter 'Enabled -eq $true' -SearchBase 'OU=Staff,DC=contoso,DC=example')) {
    if ($user.LastLogonDate -lt $cutoff) {
        Disable-ADAccount -Identity $user
    }
}
