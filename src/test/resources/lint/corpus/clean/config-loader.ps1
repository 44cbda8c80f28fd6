$settings = Import-PowerShellDataFile .\settings.psd1
$exe = 'C:\Program Files\Contoso\agent.exe'
& $exe --status
$square = { param($x) $x * $x }
& $square 12
