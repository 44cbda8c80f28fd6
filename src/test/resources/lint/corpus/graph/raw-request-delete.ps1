$headers = @{ 'ConsistencyLevel' = 'eventual' }
$uri = 'https://graph.microsoft.com/v1.0/users?$filter=endsWith(mail,''@old.contoso.example'')&$count=true'
do {
    $page = Invoke-MgGraphRequest -Method GET -Uri $uri -Headers $headers
    foreach ($u in $page.value) {
        Invoke-MgGraphRequest -Method DELETE -Uri "https://graph.microsoft.com/v1.0/users/$($u.id)"
    }
    $uri = $page.'@odata.nextLink'
} while ($uri)
