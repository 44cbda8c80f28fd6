$token = (Invoke-RestMethod -Method Post -Uri "https://login.microsoftonline.com/$tenant/oauth2/v2.0/token" -Body $body).access_token
$auth = @{ Authorization = "Bearer $token" }
$ids = Get-Content .\ids.txt
foreach ($id in $ids) {
    Invoke-RestMethod -Method Delete -Uri "https://graph.microsoft.com/v1.0/users/$id" -Headers $auth
}
