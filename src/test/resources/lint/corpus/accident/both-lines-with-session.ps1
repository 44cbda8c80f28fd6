# Exchange Online へ接続
$cred = Get-Credential
$session = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri https://outlook.office365.com/powershell-liveid/ -Credential $cred -Authentication Basic -AllowRedirection
Import-PSSession $session -DisableNameChecking | Out-Null

# メールボックスの削除
Get-Mailbox | Remove-Mailbox -Confirm:$false

# 1000 件を超える場合
Get-Mailbox -ResultSize Unlimited | Remove-Mailbox

Remove-PSSession $session
