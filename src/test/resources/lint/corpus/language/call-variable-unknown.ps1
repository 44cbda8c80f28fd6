param([string]$Action)
$boxes = Get-Mailbox -ResultSize Unlimited
$boxes | ForEach-Object { & $Action $_.Identity }
