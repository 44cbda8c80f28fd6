$old = Get-UnifiedGroup -Filter "DisplayName -like 'PRJ-2018*'"
$old | Remove-UnifiedGroup -Force
