# near miss of a loop until empty: pages are read until there is no next one
$uri = 'https://graph.microsoft.com/v1.0/groups?$top=100'
do {
    $page = Invoke-MgGraphRequest -Method GET -Uri $uri
    $page.value | ForEach-Object { $_.displayName } | Add-Content .\groups.txt
    $uri = $page.'@odata.nextLink'
} until (-not $uri)
