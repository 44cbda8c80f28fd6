Search-ADAccount -AccountDisabled -SearchBase 'OU=Return,DC=sgu,DC=example' | Enable-ADAccount -Confirm:$false
Get-Content .\unlock.txt | Unlock-ADAccount
