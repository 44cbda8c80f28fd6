# メールボックスの棚卸し
Get-Mailbox -ResultSize Unlimited | Select-Object DisplayName, WhenCreated | Export-Csv .\棚卸し.csv -Encoding UTF8
