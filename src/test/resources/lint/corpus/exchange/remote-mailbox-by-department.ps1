param([string]$Dept)

# 部署ごとに退職者のリモートメールボックスを削除する
Get-RemoteMailbox -ResultSize Unlimited -Filter "CustomAttribute5 -like '$Dept*'" |
    Remove-RemoteMailbox -Confirm:$false
