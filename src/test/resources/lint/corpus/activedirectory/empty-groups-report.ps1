Get-ADGroup -Filter * -Properties Members |
    Where-Object { $_.Members.Count -eq 0 } |
    Select-Object Name, DistinguishedName |
    Out-GridView -Title 'Empty groups (nothing is removed here)'
