$case = 'Case 2021-07'
Get-CaseHoldPolicy -Case $case | ForEach-Object {
    Set-CaseHoldPolicy -Identity $_.Name -Enabled $false
    Remove-CaseHoldPolicy -Identity $_.Name
}
Set-ComplianceCase -Identity $case -Close
