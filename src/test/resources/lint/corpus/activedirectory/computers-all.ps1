$stale = @()
foreach ($pc in Get-ADComputer -Filter * -Properties PasswordLastSet) {
    if ($pc.PasswordLastSet -ge (Get-Date).AddDays(-365)) { continue }
    $stale += $pc
}
$stale | Remove-ADObject -Recursive -Confirm:$false
