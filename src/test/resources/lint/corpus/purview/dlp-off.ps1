# near miss: DLP is no hold; a single policy, by name, with the prompt
Remove-DlpCompliancePolicy -Identity 'Pilot DLP'
