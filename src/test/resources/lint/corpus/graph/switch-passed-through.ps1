param([switch]$Preview)
$old = Get-MgDevice -All -Filter "startsWith(displayName,'OLD-')"
foreach ($o in $old) {
    Remove-MgDevice -DeviceId $o.Id -WhatIf:$Preview
}
