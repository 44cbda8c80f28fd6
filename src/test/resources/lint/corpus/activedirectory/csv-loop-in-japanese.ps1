# 卒業生アカウントの一括削除
# 使い方: 名簿.csv を同じフォルダーに置いて実行
$名簿 = Import-Csv (Join-Path $PSScriptRoot '名簿.csv') -Encoding Default
$件数 = 0
foreach ($学生 in $名簿) {
    $対象 = Get-ADUser -Filter "EmployeeNumber -eq '$($学生.学籍番号)'"
    if ($対象 -eq $null) {
        Write-Host "$($学生.学籍番号) は見つかりません" -ForegroundColor Yellow
        continue
    }
    Remove-ADUser -Identity $対象 -Confirm:$false
    $件数++
}
Write-Host "$件数 件を削除しました"
