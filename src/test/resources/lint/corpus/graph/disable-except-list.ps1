$except = Get-Content .\keep.txt
Get-MgUser -All -Property Id, UserPrincipalName |
    Where-Object { $_.UserPrincipalName -ne $except } |
    ForEach-Object { Update-MgUser -UserId $_.Id -AccountEnabled:$false }
