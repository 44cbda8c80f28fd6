Add-PSSnapin Microsoft.Exchange.Management.PowerShell.SnapIn
Get-Mailbox -OrganizationalUnit 'contoso.example/Leavers/2023' | Disable-Mailbox
