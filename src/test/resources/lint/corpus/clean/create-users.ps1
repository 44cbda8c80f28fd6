param([Parameter(Mandatory)][string]$Csv)
Import-Csv $Csv | ForEach-Object {
    $p = @{
        Name              = "$($_.Last) $($_.First)"
        SamAccountName    = $_.Sam
        UserPrincipalName = "$($_.Sam)@sgu.example"
        Path              = 'OU=Staff,DC=sgu,DC=example'
        AccountPassword   = (ConvertTo-SecureString $_.Password -AsPlainText -Force)
        Enabled           = $true
    }
    New-ADUser @p -Confirm:$false
    Add-ADGroupMember -Identity 'All staff' -Members $_.Sam
}
