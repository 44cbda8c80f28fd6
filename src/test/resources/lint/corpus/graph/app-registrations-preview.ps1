# preview only, the run is done from the ticket
Get-MgApplication -All |
    Where-Object { $_.PasswordCredentials.Count -eq 0 -and $_.KeyCredentials.Count -eq 0 } |
    ForEach-Object { Remove-MgApplication -ApplicationId $_.Id -WhatIf }
