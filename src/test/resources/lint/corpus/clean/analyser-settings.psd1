@{
    Severity     = @('Error', 'Warning')
    IncludeRules = @('PSUseShouldProcessForStateChangingFunctions', 'PSAvoidUsingInvokeExpression')
    Rules        = @{
        PSAvoidOverwritingBuiltInCmdlets = @{ PowerShellVersion = @('core-6.1.0-windows') }
        ContosoForbidden                 = @{ Cmdlets = @('Remove-Mailbox', 'Search-Mailbox', 'Remove-SPOSite') }
    }
}
