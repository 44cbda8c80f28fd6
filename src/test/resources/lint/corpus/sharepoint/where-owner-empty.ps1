Get-SPOSite -Limit ALL -Detailed |
    Where-Object { $_.Owner -eq '' } |
    Remove-SPOSite
