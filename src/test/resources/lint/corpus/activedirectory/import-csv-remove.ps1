Import-Module ActiveDirectory

$users = Import-Csv -Path 'D:\Lists\remove.csv' -Delimiter ';'
$log = 'D:\Logs\remove.log'
foreach ($user in $users) {
    try {
        Remove-ADUser -Identity $user.SamAccountName -Confirm:$false
        Add-Content -Path $log -Value "$(Get-Date -Format s) removed $($user.SamAccountName)"
    }
    catch {
        Add-Content -Path $log -Value "$(Get-Date -Format s) failed $($user.SamAccountName): $_"
    }
}
