Get-MobileDevice | ForEach-Object {
    Clear-MobileDevice -Identity $_.Guid.ToString() -Confirm:$false
}
