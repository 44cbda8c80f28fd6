# ログ出力の例（削除は行わない）
$log = "C:\ログ\作業_$(Get-Date -Format yyyyMMdd).txt"
Start-Transcript -Path $log
Write-Host '削除対象の一覧を表示します'
Get-ADUser -Filter "Description -like '*退職*'" -Properties Description |
    Format-Table SamAccountName, Description -AutoSize
Write-Host '表示のみです。削除は申請後に行います。'
Stop-Transcript
