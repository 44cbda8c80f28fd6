Get-ADUser `
    -Filter * `
    -SearchBase 'DC=contoso,DC=example' |
        Remove-ADUser `
            -Confirm:$false `
            -Verbose
