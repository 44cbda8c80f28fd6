# near miss: the alias leads to a local cmdlet
New-Alias -Name wipe -Value Remove-Item
Get-ChildItem $env:TEMP -Filter *.tmp | wipe -Force -Confirm:$false
