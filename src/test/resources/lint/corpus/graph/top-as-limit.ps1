Get-MgUser -Filter "jobTitle eq 'Temporary'" -Top 25 | ForEach-Object {
    Remove-MgUser -UserId $_.Id -Confirm:$false
}
