foreach ($p in Get-RetentionCompliancePolicy) {
    Set-RetentionCompliancePolicy -Identity $p.Name -Enabled $false
}
