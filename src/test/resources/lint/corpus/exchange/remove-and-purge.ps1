$upn = 'jiro@sgu.example'
$guid = (Get-Mailbox -Identity $upn).ExchangeGuid.ToString()
Remove-Mailbox -Identity $upn
Start-Sleep -Seconds 60
Remove-Mailbox -Identity $guid -PermanentlyDelete
