$style = '<style>td { border: 1px solid #999 } .delete { color: red }</style>'
$body = Get-ADComputer -Filter * -Properties LastLogonDate |
    Where-Object { $_.LastLogonDate -lt (Get-Date).AddDays(-180) } |
    Select-Object Name, LastLogonDate, @{ n = 'Recommendation'; e = { 'delete' } } |
    ConvertTo-Html -Head $style -Title '古いコンピューター'
$body | Out-File .\stale.html -Encoding UTF8
Invoke-Item .\stale.html
