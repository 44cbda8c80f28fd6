# 影響調査のみ（実行はしない）
Get-Mailbox -ResultSize Unlimited | Remove-Mailbox -WhatIf
Get-ADUser -Filter * | Remove-ADUser -WhatIf
Get-MgUser -All | ForEach-Object { Remove-MgUser -UserId $_.Id -WhatIf -Confirm:$false }
Get-DistributionGroup | Remove-DistributionGroup -WhatIf:$true
