<#
.SYNOPSIS
    Report of licenses: who has which, who could give one back.
.DESCRIPTION
    Reads only. The report names accounts that are disabled, have not signed in, or hold two
    licenses that contain each other. Taking a license is done by the service desk.
.PARAMETER OutputFolder
    Where the CSV and the HTML file go.
.PARAMETER InactiveDays
    Days without a sign-in.
.EXAMPLE
    PS C:\> .\license-report-long.ps1 -OutputFolder D:\Reports -InactiveDays 60
#>
[CmdletBinding()]
param(
    [ValidateNotNullOrEmpty()]
    [string]$OutputFolder = [Environment]::GetFolderPath('Desktop'),

    [ValidateRange(1, 365)]
    [int]$InactiveDays = 90
)

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

$scopes = 'User.Read.All', 'Organization.Read.All', 'AuditLog.Read.All'
Connect-MgGraph -Scopes $scopes -NoWelcome

# sku id -> readable name
$names = @{}
$download = Join-Path $env:TEMP ([guid]::NewGuid().ToString() + '.csv')
try {
    Invoke-WebRequest -Uri 'https://download.contoso.example/product-names.csv' -OutFile $download -UseBasicParsing
    Import-Csv $download | ForEach-Object { $names[$_.GUID] = $_.Product_Display_Name }
}
catch {
    Write-Verbose 'names could not be loaded, part numbers are used'
}
finally {
    Remove-Item $download -Force -ErrorAction SilentlyContinue
}

$skus = Get-MgSubscribedSku -All
foreach ($sku in $skus) {
    if (-not $names.ContainsKey($sku.SkuId)) { $names[$sku.SkuId] = $sku.SkuPartNumber }
}

$contains = @{
    'SPE_E5'         = @('SPE_E3', 'ENTERPRISEPACK', 'EMS')
    'SPE_E3'         = @('ENTERPRISEPACK', 'EMS')
    'ENTERPRISEPACK' = @('STANDARDPACK')
}

$limit = (Get-Date).AddDays(-$InactiveDays)
$users = Get-MgUser -All -Property 'id,displayName,userPrincipalName,accountEnabled,assignedLicenses,signInActivity'
$rows = foreach ($user in $users) {
    if ($user.AssignedLicenses.Count -eq 0) { continue }
    $parts = @($skus | Where-Object { $_.SkuId -in $user.AssignedLicenses.SkuId } | ForEach-Object SkuPartNumber)

    $doubled = foreach ($part in $parts) {
        if ($contains.ContainsKey($part)) {
            $contains[$part] | Where-Object { $_ -in $parts }
        }
    }

    $reason = @()
    if (-not $user.AccountEnabled) { $reason += 'disabled' }
    if ($user.SignInActivity.LastSignInDateTime -lt $limit) { $reason += 'inactive' }
    if ($doubled) { $reason += "contained: $($doubled -join ', ')" }

    [pscustomobject]@{
        User     = $user.UserPrincipalName
        Licenses = ($user.AssignedLicenses.SkuId | ForEach-Object { $names[$_] }) -join '; '
        Advice   = if ($reason) { 'remove license' } else { '' }
        Reason   = $reason -join '; '
    }
}

$csv = Join-Path $OutputFolder 'licenses.csv'
$html = Join-Path $OutputFolder 'licenses.html'
foreach ($old in $csv, $html) {
    if (Test-Path -LiteralPath $old) { Remove-Item -LiteralPath $old -Confirm:$false }
}
$rows | Export-Csv -LiteralPath $csv -NoTypeInformation -Encoding UTF8
$rows | Where-Object Advice | ConvertTo-Html -Title 'Licenses' | Set-Content -LiteralPath $html -Encoding UTF8

Write-Host "$(@($rows | Where-Object Advice).Count) licenses could be given back. Command for the desk:"
Write-Host '    Set-MgUserLicense -UserId <user> -AddLicenses @() -RemoveLicenses <sku>'
Disconnect-MgGraph | Out-Null
