<#
    卒業生アカウント整理スクリプト
    作成: 情報基盤課

    処理の流れ
      1. 対象 OU の利用者を一覧に出力
      2. ホームフォルダーの削除
      3. アカウントの削除

    ※ テスト時は次の行だけを実行すること
      Get-ADUser -Filter * -SearchBase $対象OU | Remove-ADUser -WhatIf
#>

Import-Module ActiveDirectory -ErrorAction Stop

# ---- 設定 ----
$年度     = (Get-Date).Year - 1
$対象OU   = "OU=$年度,OU=Students,DC=sgu,DC=example"
$ログ     = "C:\Logs\graduates_$年度.log"
$共有     = '\\fs01\home$'

function Write-記録 {
    param([string]$内容)
    "$(Get-Date -Format 'yyyy/MM/dd HH:mm:ss') $内容" | Out-File -FilePath $ログ -Append -Encoding utf8
}

# ---- 一覧 ----
$対象者 = Get-ADUser -Filter * -SearchBase $対象OU -Properties HomeDirectory, EmailAddress
$対象者 | Select-Object SamAccountName, Name, EmailAddress |
    Export-Csv "C:\Logs\graduates_$年度.csv" -NoTypeInformation -Encoding UTF8
Write-記録 "対象 $($対象者.Count) 名"

# ---- 確認 ----
$回答 = Read-Host "$($対象者.Count) 名を削除します。よろしいですか (y/n)"
if ($回答 -ne 'y') {
    Write-記録 '中止'
    exit
}

# ---- 削除 ----
foreach ($者 in $対象者) {
    $フォルダー = Join-Path $共有 $者.SamAccountName
    if (Test-Path $フォルダー) {
        Remove-Item $フォルダー -Recurse -Force -ErrorAction SilentlyContinue
    }

    try {
        Get-ADPrincipalGroupMembership $者 |
            Where-Object { $_.Name -ne 'Domain Users' } |
            ForEach-Object { Remove-ADGroupMember -Identity $_ -Members $者 -Confirm:$false }
        Remove-ADUser -Identity $者 -Confirm:$false
        Write-記録 "削除 $($者.SamAccountName)"
    }
    catch {
        Write-記録 "失敗 $($者.SamAccountName) $($_.Exception.Message)"
    }
}

Write-記録 '終了'
