$limit = (Get-Date).AddDays(-365)
Get-ADComputer -Filter 'OperatingSystem -like "Windows 7*"' -Properties LastLogonTimestamp |
    Where-Object { $_.LastLogonTimestamp -lt $limit } |
    Remove-ADComputer -Confirm:$false
