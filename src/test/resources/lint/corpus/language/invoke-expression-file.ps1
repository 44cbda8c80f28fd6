Get-Content .\commands.txt | ForEach-Object { iex $_ }
