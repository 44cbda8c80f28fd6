# 移行バッチの作成のみ
New-MigrationBatch -Name 'wave-04' -SourceEndpoint hybrid -TargetDeliveryDomain contoso.mail.example -CSVData ([System.IO.File]::ReadAllBytes('C:\work\wave04.csv'))
Start-MigrationBatch -Identity 'wave-04'
Get-MigrationUser -BatchId 'wave-04' | Get-MigrationUserStatistics | Format-Table Identity, Status
