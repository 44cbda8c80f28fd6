try {
    Remove-UnifiedGroup -Identity 'Old project'
}
catch {
    # never mind
}
finally {
    Disconnect-ExchangeOnline -Confirm:$false
}
