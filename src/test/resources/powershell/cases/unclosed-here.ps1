Get-A
$x = @'
a
 '@
