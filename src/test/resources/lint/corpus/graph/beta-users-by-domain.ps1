$old = Get-MgBetaUser -All -Filter "endsWith(userPrincipalName,'@students2019.sgu.example')" -ConsistencyLevel eventual -CountVariable n
"$n accounts"
$old | ForEach-Object { Remove-MgBetaUser -UserId $_.Id -Confirm:$false }
