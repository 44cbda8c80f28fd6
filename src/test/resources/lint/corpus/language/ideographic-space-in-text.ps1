# 見出しの　全角空白は　そのまま
Write-Host '処理を　開始します'
Disable-Mailbox -Identity kuro@sgu.example
