# Teams のキャッシュを消す（端末内だけ）
Get-Process -Name ms-teams -ErrorAction SilentlyContinue | Stop-Process -Force
$paths = "$env:APPDATA\Microsoft\Teams\Cache", "$env:APPDATA\Microsoft\Teams\blob_storage", "$env:LOCALAPPDATA\Packages\MSTeams_8wekyb3d8bbwe\LocalCache"
foreach ($p in $paths) {
    Remove-Item -Path $p -Recurse -Force -Confirm:$false -ErrorAction SilentlyContinue
}
