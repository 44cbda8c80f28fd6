do {
    $u = Get-MsolUser -MaxResults 500 -UnlicensedUsersOnly
    $u | Remove-MsolUser -Force
} until (-not $u)
