# 訴訟ホールドの解除から回復可能なアイテムの消去まで
$mailbox = 'soumu@sgu.example'

# 1. 設定の控え
Get-Mailbox $mailbox | Format-List SingleItemRecoveryEnabled, RetainDeletedItemsFor, LitigationHoldEnabled > C:\Temp\before.txt
Get-CASMailbox $mailbox | Format-List EwsEnabled, ActiveSyncEnabled, MAPIEnabled, OWAEnabled >> C:\Temp\before.txt

# 2. ホールドの解除
Set-Mailbox $mailbox -LitigationHoldEnabled $false
Set-Mailbox $mailbox -SingleItemRecoveryEnabled $false
Start-Sleep -Seconds 3600

# 3. 消去
Search-Mailbox $mailbox -SearchQuery 'size>20000000' -SearchDumpsterOnly -DeleteContent
