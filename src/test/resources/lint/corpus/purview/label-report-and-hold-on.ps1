# near miss: a policy is switched on and a location is added
Set-RetentionCompliancePolicy -Identity 'Keep mail ten years' -Enabled $true
Set-RetentionCompliancePolicy -Identity 'Keep mail ten years' -AddExchangeLocation soumu@sgu.example
Set-CaseHoldPolicy -Identity 'Case 17 hold' -AddExchangeLocation soumu@sgu.example
