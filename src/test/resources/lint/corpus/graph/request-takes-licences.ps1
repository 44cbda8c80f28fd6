$skus = '06ebc4ee-1bb5-47dd-8120-11324bc54e06'
$json = '{ "addLicenses": [], "removeLicenses": ["06ebc4ee-1bb5-47dd-8120-11324bc54e06"] }'
Invoke-MgGraphRequest -Method POST -Uri 'https://graph.microsoft.com/v1.0/users/taro@sgu.example/assignLicense' -Body $json
foreach ($upn in $args) {
    Invoke-MgGraphRequest -Method POST -Uri "https://graph.microsoft.com/v1.0/users/$upn/assignLicense" -Body (@{ addLicenses = @(); removeLicenses = @($skus) } | ConvertTo-Json)
    Invoke-MgGraphRequest -Method POST -Uri "https://graph.microsoft.com/v1.0/users/$upn/assignLicense" -Body (@{ addLicenses = @(@{ skuId = $skus }); removeLicenses = @() } | ConvertTo-Json)
}
