package dev.shisa.keepsake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The line that puts something back does that and nothing else, whatever people call themselves. */
class HandWorkTest {
    private static List<String> lines(Keepsake keepsake) {
        return HandWork.of(keepsake).stream().filter(work -> !work.part().equals("licences"))
                .flatMap(work -> work.line().stream()).toList();
    }

    private static Keepsake with(String name) {
        return AKeepsake.bare(AKeepsake.ID).with(new MailboxKeepsake(
                new Part.Read<>(new MailboxSettings(Optional.of(name), Optional.empty(), false, List.of(name), false,
                        new MailboxSettings.Quotas("98 GB (105,226,698,752 bytes)", "99 GB", "Unlimited"))),
                new Part.Read<>(List.of(new Grant(name, "FullAccess", true))),
                new Part.Read<>(List.of(new Grant(name, "SendAs", false)))));
    }

    @Test
    void everyPartHasItsLineOrSaysWhyNot() {
        List<String> lines = HandWork.of(AKeepsake.full()).stream().flatMap(work -> work.line().stream()).toList();
        for (String part : List.of("/assignLicense {\"addLicenses\":[{\"skuId\":", "/members/$ref {", "/owners/$ref {",
                "PUT https://graph.microsoft.com/v1.0/users/" + AKeepsake.ID + "/manager/$ref", "/appRoleAssignments {",
                "-ForwardingAddress 'Reception' -DeliverToMailboxAndForward $true",
                "-ForwardingSmtpAddress 'smtp:x@contoso.example'", "-GrantSendOnBehalfTo @{Add='deputy'}",
                "-HiddenFromAddressListsEnabled $true", "-IssueWarningQuota '98 GB' -ProhibitSendQuota '99 GB'",
                "Add-MailboxPermission", "Add-RecipientPermission")) {
            assertEquals(1, lines.stream().filter(line -> line.contains(part)).count(), part + " in " + lines);
        }
        assertTrue(HandWork.of(AKeepsake.full()).stream().anyMatch(
                work -> work.what().toString().contains("its rule decides that") && work.line().isEmpty()));
        assertEquals(9, HandWork.of(Keepsake.unreadable(AKeepsake.ID, "a", AKeepsake.AT, "x")).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"O'Brien|'O''Brien'",
            "a\u2019; Remove-Mailbox b|'a\u2019\u2019; Remove-Mailbox b'",
            "$(Remove-Mailbox b)|'$(Remove-Mailbox b)'", "`n|'`n'"}, quoteCharacter = '^')
    void aNameEndsNoQuote(String name, String quoted) {
        List<String> lines = lines(with(name));
        assertEquals(5, lines.size());
        assertTrue(lines.contains("Set-Mailbox -Identity '" + AKeepsake.ID + "' -ForwardingAddress " + quoted
                + " -DeliverToMailboxAndForward $false"), lines::toString);
        assertTrue(lines.contains("Add-MailboxPermission -Identity '" + AKeepsake.ID + "' -User " + quoted
                + " -AccessRights 'FullAccess' -Deny"), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.contains("-IssueWarningQuota '105226698752' ")),
                lines::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nRemove-Mailbox b", "a\rb", "a\u2028b", "a\u202eb", "a\u0000", "a\u0085b"})
    void aNameThatNoLineCanHoldLeavesTheLineOut(String name) {
        assertEquals(1, lines(with(name)).size(), "only the quotas");
        assertEquals(4, HandWork.of(with(name)).stream()
                .filter(work -> work.what().toString().contains("no line can hold these characters")).count());
    }

    @Test
    void noLineHasAnEndOfLine() {
        assertFalse(Stream.of(AKeepsake.full(), with("a\u2029b"), with("x")).flatMap(k -> lines(k).stream())
                .anyMatch(line -> line.lines().count() != 1));
    }
}
