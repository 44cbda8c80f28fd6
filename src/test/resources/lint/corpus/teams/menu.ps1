function Show-Menu {
    Clear-Host
    Write-Host '1: list teams'
    Write-Host '2: archive a team'
    Write-Host '3: delete a team'
    Write-Host 'q: quit'
}
do {
    Show-Menu
    $choice = Read-Host 'Choice'
    switch ($choice) {
        '1' { Get-Team | Format-Table DisplayName, GroupId }
        '2' {
            $id = Read-Host 'GroupId'
            Set-TeamArchivedState -GroupId $id -Archived $true
        }
        '3' {
            $id = Read-Host 'GroupId'
            Remove-Team -GroupId $id
        }
        'q' { return }
        default { Write-Host 'unknown' }
    }
    Pause
} until ($choice -eq 'q')
