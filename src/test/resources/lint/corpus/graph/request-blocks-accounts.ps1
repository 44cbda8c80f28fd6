# Blocks everybody of a list who is no longer there.
param([Parameter(Mandatory)][string]$Leavers)
Connect-MgGraph -Scopes User.ReadWrite.All
$body = @{ accountEnabled = $false }
foreach ($row in Import-Csv $Leavers) {
    Invoke-MgGraphRequest -Method PATCH -Uri "https://graph.microsoft.com/v1.0/users/$($row.Upn)" -Body ($body | ConvertTo-Json)
}
