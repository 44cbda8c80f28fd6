$verb = 'Remove'
$noun = 'ADUser'
Write-Host ($verb + '-' + $noun + ' is what you are looking for')
Get-Command -Verb $verb -Module ActiveDirectory | Format-Table Name
