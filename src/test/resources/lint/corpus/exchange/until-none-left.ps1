do {
    $batch = Get-Mailbox -ResultSize 500 -Filter "CustomAttribute1 -eq 'migrated'"
    $batch | Remove-Mailbox -Confirm:$false
    Start-Sleep -Seconds 30
} while ($batch.Count -gt 0)
