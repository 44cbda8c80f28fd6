$groups = (Invoke-RestMethod -Headers $headers -Uri 'https://graph.microsoft.com/v1.0/groups').value
$groups | ForEach-Object {
    Invoke-RestMethod -Method Delete -Headers $headers -Uri "https://graph.microsoft.com/v1.0/groups/$($_.id)"
}
