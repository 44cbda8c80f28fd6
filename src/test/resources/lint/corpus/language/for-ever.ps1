for (;;) {
    $left = @(Get-ADUser -Filter "Description -like 'closed*'" -ResultSetSize 200)
    if ($left.Count -eq 0) { break }
    $left | Remove-ADUser -Confirm:$false
}
