param([Parameter(Mandatory)][string]$Address)
$group = Get-MgGroup -Filter "mail eq '$Address'"
Remove-MgGroup -GroupId $group.Id
