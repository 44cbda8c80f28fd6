# near miss: the variable holds a program that is visible
$robocopy = "$env:SystemRoot\System32\robocopy.exe"
& $robocopy C:\Data D:\Backup /MIR /R:1
& 'C:\Program Files\7-Zip\7z.exe' a backup.7z C:\Data
