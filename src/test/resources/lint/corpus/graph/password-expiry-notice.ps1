$limit = (Get-Date).AddDays(14)
Get-ADUser -Filter 'Enabled -eq $true' -Properties mail, 'msDS-UserPasswordExpiryTimeComputed' |
    Where-Object { [datetime]::FromFileTime($_.'msDS-UserPasswordExpiryTimeComputed') -lt $limit } |
    ForEach-Object {
        $text = "Your password expires soon. / まもなくパスワードの有効期限が切れます。"
        Send-MailMessage -To $_.mail -From desk@sgu.example -Subject 'Password' -Body $text -SmtpServer mail.sgu.example -Encoding UTF8
    }
