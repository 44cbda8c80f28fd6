$hr = Import-Csv .\hr.csv
$ad = Get-ADGroupMember 'All staff' | Select-Object -ExpandProperty SamAccountName
$diff = Compare-Object -ReferenceObject $hr.Sam -DifferenceObject $ad
$diff | Where-Object SideIndicator -eq '=>' | ForEach-Object { "to remove: $($_.InputObject)" } | Set-Content .\to-remove.txt
$diff | Where-Object SideIndicator -eq '<=' | ForEach-Object { "to add: $($_.InputObject)" } | Set-Content .\to-add.txt
