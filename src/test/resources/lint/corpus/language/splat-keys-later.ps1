$p = @{ Identity = 'kuro@sgu.example' }
$p['Confirm'] = $false
$p.Force = $true
Remove-Mailbox @p
