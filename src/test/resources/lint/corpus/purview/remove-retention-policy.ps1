Connect-IPPSSession
Remove-RetentionCompliancePolicy -Identity 'Keep mail ten years' -Confirm:$false
