Get-ChildItem -Path $env:TEMP -Recurse -Force -ErrorAction SilentlyContinue |
    Where-Object { -not $_.PSIsContainer -and $_.LastWriteTime -lt (Get-Date).AddDays(-30) } |
    Remove-Item -Force -Recurse -Confirm:$false -ErrorAction SilentlyContinue
ri "$env:TEMP\*" -Recurse -Force -ea 0
Clear-RecycleBin -Force
