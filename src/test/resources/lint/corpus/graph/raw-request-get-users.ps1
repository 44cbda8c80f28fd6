# reading pages of users only
$uri = '/v1.0/users?$select=id,displayName,accountEnabled&$top=999'
$all = @()
while ($uri) {
    $page = Invoke-MgGraphRequest -Method GET -Uri $uri
    $all += $page.value
    $uri = $page.'@odata.nextLink'
}
$all.Count
