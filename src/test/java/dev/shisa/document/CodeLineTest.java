package dev.shisa.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line alone: a command, or words about one. */
class CodeLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"Get-Mailbox | Remove-Mailbox \u2013Confirm:$false",
            "Get-Mailbox \u2013Resultsize Unlimited |Remove-Mailbox", "$users = Get-MgUser -All",
            "Remove-Mailbox -Identity a@sgu.example", "Remove-Mailbox taro@sgu.example", "Remove-Mailbox taro",
            "Remove-Mailbox \u5C71\u7530\u592A\u90CE", "Remove-Mailbox -Identity \u5C71\u7530",
            "Connect-ExchangeOnline",
            "get-mailbox | remove-mailbox -force", "Remove\u2011Mailbox -Identity x",
            "ExchangeOnlineManagement\\Remove-Mailbox x", "(Get-MgUser -All).Id | % { Remove-MgUser -UserId $_ }",
            "if (Get-Mailbox x) { Remove-Mailbox x }", "'a','b' | Remove-Mailbox", "& Remove-Mailbox x",
            "foreach ($c in 'Remove-Mailbox') { & $c }", "powershell -Command \"Get-Mailbox | Remove-Mailbox\"",
            "$PSDefaultParameterValues['Remove-Mailbox:Confirm'] = $false", "$ConfirmPreference = 'None'",
            "Set-Mailbox x -CustomAttribute1 \"\u9000\u8077\u3057\u307E\u3057\u305F\u3002\"",
            "Remove-Mailbox x # deletes the account, and the mailbox too.", "ls x | Remove-Item -Recurse -Force",
            "Delete-AllMailboxes -Force", "Write-Host \"Remove-Mailbox \u3092\u5B9F\u884C\u3057\u307E\u3059\u3002\"",
            "Remove-Mailbox -Identity <user@sgu.example>", "return Get-Mailbox x", "Remove-Mailbox *"})
    void isACommand(String line) {
        assertEquals(CodeLine.COMMAND, CodeLine.of(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Run Remove-Mailbox to remove the mailbox.", "Remove-Mailbox deletes the account, too.",
            "\u6B21\u306B Remove-Mailbox \u3092\u5B9F\u884C\u3057\u307E\u3059\u3002",
            "Remove-Mailbox \u30B3\u30DE\u30F3\u30C9\u30EC\u30C3\u30C8\u306E\u6CE8\u610F\u70B9",
            "Remove-Mailbox \u3068 Disable-Mailbox \u306E\u9055\u3044", "Remove-Mailbox\u3068\u306F",
            "Remove-Mailbox: deletes a mailbox", "Get-Mailbox : The term is not known",
            "Remove-Mailbox, Disable-Mailbox and others", "Remove-Mailbox doesn't ask",
            "Remove-Mailbox [-Identity] <MailboxIdParameter> [-Confirm]", "The read-only flag", "Set-up of the server",
            "Add-ons and check-ins", "See https://sgu.example/Remove-Mailbox for more", "remove-mailbox.md",
            "Use Get-Mailbox | Remove-Mailbox only after you have been told to.", "Get-Mailbox and Remove-Mailbox",
            "Remove-Mailbox -Identity \u3092\u6307\u5B9A\u3059\u308B\u3068\u524A\u9664\u3055\u308C\u307E\u3059\u3002",
            "Remove-Mailbox (Exchange) is the cmdlet that deletes the mailbox.",
            "Remove-Mailbox \u524A\u9664", "\u4EE5\u4E0A"})
    void isProse(String line) {
        assertEquals(CodeLine.PROSE, CodeLine.of(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$x = 1", "foreach ($u in $users) {", "}", "param(", "try {", "} catch {", "@{", "$users |",
            "function Clear-All {", "[Parameter(Mandatory)]"})
    void isPartOfAScript(String line) {
        assertNotEquals(CodeLine.PROSE, CodeLine.of(line));
    }

    @Test
    void aPriceIsNoVariable() {
        assertEquals(CodeLine.PROSE, CodeLine.of("$100 per mailbox"));
    }
}
