$names = @('Test label 1', 'Test label 2')
$names | ForEach-Object { Remove-Label -Identity $_ -Confirm:$false }
