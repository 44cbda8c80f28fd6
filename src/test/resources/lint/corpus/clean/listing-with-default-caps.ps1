# a report may stop at the default without harm
$a = Get-Mailbox
$b = Get-MgUser -Top 10
$c = Get-SPOSite
$d = Get-AzureADUser
"{0} {1} {2} {3}" -f $a.Count, $b.Count, $c.Count, $d.Count
