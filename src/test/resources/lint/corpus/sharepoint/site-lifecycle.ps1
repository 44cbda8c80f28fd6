[CmdletBinding()]
param(
    [Parameter(Mandatory)][string]$AdminUrl,
    [Parameter(Mandatory)][string]$ClientId,
    [Parameter(Mandatory)][string]$Thumbprint,
    [Parameter(Mandatory)][string]$Tenant,
    [int]$Months = 24
)

$connection = @{
    Url        = $AdminUrl
    ClientId   = $ClientId
    Thumbprint = $Thumbprint
    Tenant     = $Tenant
}
Connect-PnPOnline @connection

$stamp = Get-Date -Format 'yyyyMMdd'
$limit = (Get-Date).AddMonths(-$Months)

#region list
$allSites = Get-PnPTenantSite -Detailed
Write-Host "sites: $($allSites.Count)"

$candidates = $allSites |
    Where-Object {
        $_.LastContentModifiedDate -lt $limit -and
        $_.Template -notlike 'SPSMSITEHOST*' -and
        $_.Url -notmatch '/portals/'
    }
$candidates | Select-Object Url, Title, Owner, LastContentModifiedDate |
    Export-Csv ".\candidates_$stamp.csv" -NoTypeInformation -Delimiter ';'
#endregion list

#region lock
foreach ($site in $candidates) {
    Set-PnPTenantSite -Identity $site.Url -LockState ReadOnly
    Start-Sleep -Milliseconds 300
}
#endregion lock

#region delete what was locked last time
$lastFile = Get-ChildItem .\candidates_*.csv | Sort-Object LastWriteTime -Descending | Select-Object -Skip 1 -First 1
if ($lastFile) {
    $last = Import-Csv $lastFile.FullName -Delimiter ';'
    $progress = 0
    foreach ($site in $last) {
        $progress++
        Write-Progress -Activity 'Deleting' -Status $site.Url -PercentComplete (100 * $progress / $last.Count)
        try {
            Remove-PnPTenantSite -Url $site.Url -Force
        }
        catch {
            if ($_.Exception.Message -match 'hold') {
                Write-Warning "$($site.Url) is on hold"
            }
            else {
                throw
            }
        }
    }
}
#endregion

# older entries of the bin
$bin = Get-PnPTenantRecycleBinItem | Where-Object { $_.DeletionTime -lt (Get-Date).AddDays(-60) }
foreach ($b in $bin) {
    Clear-PnPTenantRecycleBinItem -Url $b.Url -Force
}
Disconnect-PnPOnline
