Invoke-Expression 'Remove-ADUser -Identity kuro -Confirm:$false'
