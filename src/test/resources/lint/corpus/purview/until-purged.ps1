$name = 'phish-0601'
do {
    Start-ComplianceSearch -Identity $name
    Start-Sleep -Seconds 120
    $items = (Get-ComplianceSearch -Identity $name).Items
    New-ComplianceSearchAction -SearchName $name -Purge -PurgeType HardDelete -Confirm:$false
    Start-Sleep -Seconds 300
    Remove-ComplianceSearchAction -Identity "${name}_Purge" -Confirm:$false
} while ($items -gt 0)
