$out = foreach ($team in Get-Team) {
    $users = Get-TeamUser -GroupId $team.GroupId
    $channels = Get-TeamChannel -GroupId $team.GroupId
    [pscustomobject]@{
        Team     = $team.DisplayName
        Owners   = ($users | Where-Object Role -eq 'owner').Count
        Guests   = ($users | Where-Object Role -eq 'guest').Count
        Channels = $channels.Count
    }
}
$out | ConvertTo-Html -Title 'Teams' | Set-Content .\teams.html
