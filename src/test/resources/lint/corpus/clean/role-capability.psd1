@{
    VisibleCmdlets = 'Get-Mailbox', 'Get-MailboxStatistics',
        @{ Name = 'Remove-MailboxPermission'; Parameters = @{ Name = 'Identity' }, @{ Name = 'User' } },
        'Disable-Mailbox'
    VisibleFunctions = 'Get-Leaver'
    AliasDefinitions = @{ Name = 'gm'; Value = 'Get-Mailbox' }
}
