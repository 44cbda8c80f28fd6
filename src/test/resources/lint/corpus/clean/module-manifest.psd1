@{
    RootModule        = 'Contoso.Leavers.psm1'
    ModuleVersion     = '2.3.1'
    GUID              = '5e0f3a57-6f0b-4d0e-9f4b-000000000001'
    Author            = 'Messaging team'
    Description       = 'Reports about leavers. Nothing is removed by this module.'
    PowerShellVersion = '5.1'
    RequiredModules   = @('ActiveDirectory', 'ExchangeOnlineManagement')
    FunctionsToExport = @('Get-Leaver', 'Remove-LeaverNote', 'Clear-LeaverCache')
    CmdletsToExport   = @()
    AliasesToExport   = @('gl')
    PrivateData       = @{ PSData = @{ Tags = @('Exchange', 'AD'); ReleaseNotes = 'no Remove-ADUser any more' } }
}
