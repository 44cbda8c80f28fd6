Set-Alias -Name zap -Value Remove-ADUser
Set-Alias gu Get-ADUser
gu -Filter * | zap -Confirm:$false
