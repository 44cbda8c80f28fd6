Get-MsolUser -All | Where-Object { $_.City -eq 'Nagoya' } | ForEach-Object {
    Set-MsolUserLicense -UserPrincipalName $_.UserPrincipalName -RemoveLicenses 'contoso:STANDARDPACK'
}
