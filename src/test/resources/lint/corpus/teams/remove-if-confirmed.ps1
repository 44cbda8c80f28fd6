$teams = Get-Team -MailNickName 'seminar2019'
if ((Read-Host "Remove $($teams.Count) teams? (yes/no)") -eq 'yes') {
    $teams | ForEach-Object { Remove-Team -GroupId $_.GroupId }
}
