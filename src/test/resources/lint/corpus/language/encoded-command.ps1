$encoded = Get-Content .\job.b64
powershell.exe -NoProfile -EncodedCommand $encoded
