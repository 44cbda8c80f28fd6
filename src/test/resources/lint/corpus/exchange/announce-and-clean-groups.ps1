$admins = 'desk@sgu.example'
$groups = Get-DistributionGroup -ResultSize Unlimited -Filter "Name -like 'old-*'"
foreach ($g in $groups) {
    foreach ($owner in $g.ManagedBy) {
        Send-MailMessage -To (Get-Recipient $owner).PrimarySmtpAddress -From $admins -Subject "Group $($g.Name)" -Body 'will be removed' -SmtpServer mail.sgu.example
    }
    Remove-DistributionGroup -Identity $g.Identity -Confirm:$false
}
