# near miss: what runs can be read, and it reads
$text = 'Get-Date -Format s'
Invoke-Expression $text
