param([Parameter(Mandatory)][string]$Moves)
foreach ($row in Import-Csv $Moves) {
    $body = @{ department = $row.Department; accountEnabled = $true }
    Invoke-MgGraphRequest -Method PATCH -Uri "https://graph.microsoft.com/v1.0/users/$($row.Upn)" -Body ($body | ConvertTo-Json)
}
