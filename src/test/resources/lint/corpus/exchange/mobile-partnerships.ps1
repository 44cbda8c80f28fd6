$user = 'goro@sgu.example'
$devices = Get-MobileDevice -Mailbox $user
foreach ($d in $devices) {
    try {
        Remove-MobileDevice -Identity $d.Identity -Confirm:$false
    } catch { }
}
