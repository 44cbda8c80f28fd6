$a = @'
Remove-Mailbox $x
 '@ not yet
'@
$b = @"
Hello $($x.Name) "quoted"
`"@
"@
