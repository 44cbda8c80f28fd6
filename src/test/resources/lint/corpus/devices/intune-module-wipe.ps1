Connect-MSGraph
Get-IntuneManagedDevice -Filter "operatingSystem eq 'iOS'" | Get-MSGraphAllPages | ForEach-Object {
    Invoke-IntuneManagedDeviceWipeDevice -managedDeviceId $_.id
}
