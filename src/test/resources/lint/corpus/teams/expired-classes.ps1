# 前年度の授業用チームを削除する
$year = '2022'
$teams = Get-Team | Where-Object { $_.DisplayName -like "$year*" }
$teams | Select-Object DisplayName, GroupId | Out-File .\teams-$year.txt
foreach ($team in $teams) {
    try {
        Remove-Team -GroupId $team.GroupId
    }
    catch {
        Write-Warning "$($team.DisplayName): $($_.Exception.Message)"
    }
}
