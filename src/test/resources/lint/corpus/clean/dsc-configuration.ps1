Configuration BaseServer {
    Import-DscResource -ModuleName PSDesiredStateConfiguration
    Node 'srv01' {
        File OldShare {
            DestinationPath = 'D:\OldShare'
            Ensure          = 'Absent'
            Type            = 'Directory'
            Force           = $true
        }
        WindowsFeature Telnet {
            Name   = 'Telnet-Client'
            Ensure = 'Absent'
        }
    }
}
