function Remove-Closed {
    [CmdletBinding()]
    param([Parameter(ValueFromPipelineByPropertyName)][string]$DistinguishedName)
    begin { $n = 0 }
    process {
        Remove-ADObject -Identity $DistinguishedName -Recursive -Confirm:$false
        $n++
    }
    end { "$n objects" }
}
Get-ADComputer -Filter 'Enabled -eq $false' -SearchBase 'OU=Lab,DC=contoso,DC=example' | Remove-Closed
