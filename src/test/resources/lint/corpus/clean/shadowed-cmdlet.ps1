function Remove-Mailbox {
    param($Identity, [switch]$Confirm)
    "would remove $Identity" | Add-Content .\would.txt
}
Get-Mailbox -ResultSize Unlimited | ForEach-Object { Remove-Mailbox -Identity $_.Alias }
