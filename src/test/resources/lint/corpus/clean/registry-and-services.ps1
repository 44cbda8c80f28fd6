$ErrorActionPreference = 'SilentlyContinue'
Stop-Service -Name Spooler -Force
Remove-Item "$env:SystemRoot\System32\spool\PRINTERS\*" -Force -Recurse
Remove-ItemProperty -Path 'HKCU:\Software\Contoso' -Name 'Cache'
Clear-Content C:\Logs\app.log
Clear-EventLog -LogName Application
Start-Service -Name Spooler
