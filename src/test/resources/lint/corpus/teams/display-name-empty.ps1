param([string]$Name)
$teams = Get-Team -DisplayName $Name
foreach ($t in $teams) { Remove-Team -GroupId $t.GroupId }
