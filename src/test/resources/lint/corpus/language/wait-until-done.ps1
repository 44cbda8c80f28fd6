# near miss: the loop waits, it destroys nothing
Disable-Mailbox -Identity kuro@sgu.example
do {
    Start-Sleep -Seconds 5
    $still = Get-Mailbox -Identity kuro@sgu.example -ErrorAction SilentlyContinue
} while ($still)
