$DryRun = $false
$old = Get-Mailbox -ResultSize Unlimited -Filter "CustomAttribute3 -eq 'expired'"
foreach ($o in $old) {
    Disable-Mailbox -Identity $o.Identity -Confirm:$false -WhatIf:$DryRun
}
