Measure-Command { Get-ADUser -Filter * | Out-Null } | Select-Object TotalSeconds
Measure-Command { Get-ADUser -Filter * | Remove-ADUser -WhatIf } | Select-Object TotalSeconds
