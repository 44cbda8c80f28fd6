$requests = foreach ($upn in Get-Content .\people.txt) {
    @{ id = $upn; method = 'GET'; url = "/users/$upn`?`$select=displayName,accountEnabled" }
}
$answer = Invoke-MgGraphRequest -Method POST -Uri 'https://graph.microsoft.com/v1.0/$batch' -Body (@{ requests = @($requests) } | ConvertTo-Json -Depth 5)
$answer.responses.body | Export-Csv .\people.csv -NoTypeInformation
