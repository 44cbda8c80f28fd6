$m = Get-Mailbox -ResultSize Unlimited; Write-Host $m.Count; $m | Disable-Mailbox -Confirm:$false; Write-Host done
