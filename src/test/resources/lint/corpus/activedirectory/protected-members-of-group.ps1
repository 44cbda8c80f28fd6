# サービス アカウントを除いて、グループを空にする
$group = 'VPN users'
$keep = Get-ADGroupMember -Identity 'Service accounts' | Select-Object -ExpandProperty SID
Get-ADGroupMember -Identity $group |
    Where-Object { $keep -notcontains $_.SID } |
    ForEach-Object { Remove-ADGroupMember -Identity $group -Members $_ -Confirm:$false }
