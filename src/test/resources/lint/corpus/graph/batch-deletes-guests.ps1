$guests = (Invoke-MgGraphRequest -Method GET -Uri "https://graph.microsoft.com/v1.0/users?`$filter=userType eq 'Guest'&`$select=id").value
$requests = @()
$number = 0
foreach ($guest in $guests) {
    $requests += @{ id = "$number"; method = 'DELETE'; url = "/users/$($guest.id)" }
    $number++
}
for ($at = 0; $at -lt $requests.Count; $at += 20) {
    $batch = @{ requests = $requests[$at..($at + 19)] }
    Invoke-MgGraphRequest -Method POST -Uri 'https://graph.microsoft.com/v1.0/$batch' -Body ($batch | ConvertTo-Json -Depth 5)
}
