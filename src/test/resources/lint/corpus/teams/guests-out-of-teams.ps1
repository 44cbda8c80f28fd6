foreach ($team in Get-Team) {
    Get-TeamUser -GroupId $team.GroupId -Role Guest | ForEach-Object {
        Remove-TeamUser -GroupId $team.GroupId -User $_.User 2>$null
    }
}
