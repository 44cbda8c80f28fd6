$help = @"
Usage: .\tool.ps1 -Mailbox <address>

To remove everything yourself:
    Get-Mailbox -ResultSize Unlimited | Remove-Mailbox -Confirm:`$false
"@
Write-Host $help
