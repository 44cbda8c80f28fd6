# 管理者用レポート メニュー（参照のみ）
[Console]::OutputEncoding = [System.Text.Encoding]::UTF8

function Show-Title([string]$Text) {
    Clear-Host
    Write-Host ('=' * 40)
    Write-Host "  $Text"
    Write-Host ('=' * 40)
}

function Wait-Key {
    Write-Host ''
    Read-Host 'Enter キーで戻る' | Out-Null
}

function Show-DisabledUser {
    Show-Title '無効なアカウント'
    Search-ADAccount -AccountDisabled -UsersOnly |
        Sort-Object Name |
        Format-Table Name, SamAccountName, LastLogonDate -AutoSize
    Wait-Key
}

function Show-ForwardingRule {
    Show-Title '外部転送'
    Get-Mailbox -ResultSize Unlimited |
        Where-Object { $_.ForwardingSmtpAddress -or $_.ForwardingAddress } |
        Select-Object DisplayName, ForwardingSmtpAddress, ForwardingAddress |
        Out-GridView -Title '外部転送'
}

function Show-Deleted {
    Show-Title '削除済み（復元できるもの）'
    Get-Mailbox -SoftDeletedMailbox | Format-Table DisplayName, WhenSoftDeleted
    Get-MgDirectoryDeletedItemAsGroup -All | Format-Table DisplayName, DeletedDateTime
    Wait-Key
}

function Clear-OldReport {
    # 自分が作ったファイルだけを消す
    Get-ChildItem -Path $PSScriptRoot -Filter 'report_*.csv' |
        Where-Object { $_.CreationTime -lt (Get-Date).AddDays(-7) } |
        Remove-Item -Confirm:$false
}

$running = $true
do {
    Show-Title 'メニュー'
    @(
        '1. 無効なアカウント'
        '2. 外部転送'
        '3. 削除済み'
        '4. 古いレポートの掃除'
        '0. 終了'
    ) | ForEach-Object { Write-Host "  $_" }

    switch -Regex (Read-Host '番号') {
        '^1$' { Show-DisabledUser; break }
        '^2$' { Show-ForwardingRule; break }
        '^3$' { Show-Deleted; break }
        '^4$' { Clear-OldReport; break }
        '^0$' { $running = $false; break }
        default { Write-Host '入力が正しくありません' -ForegroundColor Yellow; Start-Sleep 1 }
    }
} while ($running)
