function Close-Account([string]$Id) {
    Remove-ADUser -Identity $Id -Confirm:$false
}
foreach ($id in 'kuro', 'shiro', 'aka') { Close-Account $id }
