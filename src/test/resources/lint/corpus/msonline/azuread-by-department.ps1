Connect-AzureAD
$dept = $args[0]
Get-AzureADUser -All $true -Filter "department eq '$dept'" | Remove-AzureADUser
