#==============================================================
# 卒業生 Office 365 アカウント削除
#   引数なしで実行する。名簿は D:\meibo\sotsugyo.csv
#==============================================================
$ErrorActionPreference = "SilentlyContinue"
$log = "D:\log\o365_" + (Get-Date).ToString("yyyyMMdd") + ".log"

function Log($msg) {
    $line = (Get-Date).ToString("yyyy/MM/dd HH:mm:ss") + " " + $msg
    Write-Output $line | Tee-Object -FilePath $log -Append
}

Log "開始"

# 接続
$id = "admin@sgu.example"
$secure = Get-Content D:\key\o365.txt | ConvertTo-SecureString
$cred = New-Object System.Management.Automation.PSCredential($id, $secure)
Connect-MsolService -Credential $cred
if (-not $?) {
    Log "接続できません"
    exit 1
}

# 名簿
$meibo = Import-Csv D:\meibo\sotsugyo.csv -Encoding Default
Log ("名簿 " + $meibo.Count + " 件")

# ライセンスの解除
foreach ($m in $meibo) {
    $user = Get-MsolUser -UserPrincipalName ($m.学籍番号 + "@sgu.example")
    if ($user -eq $null) {
        Log ("なし " + $m.学籍番号)
        continue
    }
    foreach ($lic in $user.Licenses) {
        Set-MsolUserLicense -UserPrincipalName $user.UserPrincipalName -RemoveLicenses $lic.AccountSkuId
    }
}

# 削除
foreach ($m in $meibo) {
    $upn = $m.学籍番号 + "@sgu.example"
    Remove-MsolUser -UserPrincipalName $upn -Force
    if ($?) { Log "削除 $upn" } else { Log "失敗 $upn" }
}

# ごみ箱からも削除
Get-MsolUser -ReturnDeletedUsers -All | Where-Object { $_.UserPrincipalName -like "*@sgu.example" } | ForEach-Object {
    Remove-MsolUser -ObjectId $_.ObjectId -RemoveFromRecycleBin -Force
    Log "完全削除 $($_.UserPrincipalName)"
}

Log "終了"
