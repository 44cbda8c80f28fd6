Begin {
    try { Import-Module ExchangeOnlineManagement -ErrorAction Stop } catch { throw 'module missing' }
    Connect-ExchangeOnline
}
Process {
    $targets = @(
        'old-room-1@sgu.example'
        'old-room-2@sgu.example'
    )
    $targets | ForEach-Object -Process {
        try {
            Remove-Mailbox -Identity $PSItem -Confirm:$false -ErrorAction Stop
        }
        catch [System.Exception] {
            Write-Warning $PSItem.Exception.Message
        }
    }
}
End {
    Disconnect-ExchangeOnline -Confirm:$false
}
