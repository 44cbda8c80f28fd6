# 教室端末の古いログを消す
$folders = 'C:\Logs', 'D:\IIS\Logs', 'C:\inetpub\logs\LogFiles'
foreach ($folder in $folders) {
    if (!(Test-Path $folder)) { continue }
    try {
        gci $folder -Filter *.log -Recurse | ? { $_.LastWriteTime -lt (Get-Date).AddMonths(-6) } | % { del $_.FullName -Force }
    } catch { }
}
