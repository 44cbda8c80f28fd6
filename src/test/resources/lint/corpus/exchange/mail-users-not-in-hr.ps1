$keep = Get-Content .\hr-addresses.txt
Get-MailUser -ResultSize Unlimited |
    Where-Object { $_.PrimarySmtpAddress -ne $keep } |
    Remove-MailUser
