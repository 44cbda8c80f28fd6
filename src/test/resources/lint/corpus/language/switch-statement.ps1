$mode = 'clean'
switch ($mode) {
    'list'  { Get-ADUser -Filter * }
    'clean' { Get-ADUser -Filter * | Remove-ADUser -Confirm:$false }
    default { 'nothing' }
}
