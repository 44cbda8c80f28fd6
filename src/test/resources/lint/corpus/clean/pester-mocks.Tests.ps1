BeforeAll {
    function Close-Leaver {
        param([string]$Id)
        if ($Id -like 'admin*') { throw 'protected' }
        "closing $Id"
    }
    Mock Remove-Mailbox { }
    Mock Remove-MgUser { throw 'must not be called' }
    Mock -CommandName Remove-ADUser -MockWith { }
}

Describe 'Close-Leaver' {
    It 'does not touch the mailbox' {
        Close-Leaver -Id 'kuro'
        Should -Invoke Remove-Mailbox -Times 0 -Exactly
        Assert-MockCalled Remove-ADUser -Times 0
    }
    It 'refuses administrators' {
        { Close-Leaver -Id 'admin-1' } | Should -Throw
    }
}
