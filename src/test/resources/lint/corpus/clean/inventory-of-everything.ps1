Clear-Host
$out = Join-Path $PSScriptRoot 'inventory'
New-Item $out -ItemType Directory -Force | Out-Null
Get-Mailbox -ResultSize Unlimited | Export-Clixml "$out\mailbox.xml"
Get-MailUser -ResultSize Unlimited | Export-Clixml "$out\mailuser.xml"
Get-DistributionGroup -ResultSize Unlimited | Export-Clixml "$out\groups.xml"
Get-MgUser -All | Export-Clixml "$out\users.xml"
Get-MgGroup -All | Export-Clixml "$out\mggroups.xml"
Get-MgDevice -All | Export-Clixml "$out\devices.xml"
Get-ADUser -Filter * -Properties * | Export-Clixml "$out\adusers.xml"
Get-ADComputer -Filter * | Export-Clixml "$out\computers.xml"
Get-SPOSite -Limit All | Export-Clixml "$out\sites.xml"
Get-Team | Export-Clixml "$out\teams.xml"
Get-RetentionCompliancePolicy | Export-Clixml "$out\retention.xml"
Compress-Archive -Path "$out\*" -DestinationPath "$out.zip" -Force
Remove-Item $out -Recurse -Force
