package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A written parameter name stands for what PowerShell takes it for. */
class SignatureTest {
    private static final Signature SIGNATURE = new Signature(List.of("Identity"),
            Set.of("Identity", "ConnectionUri", "Filter", "Property"), Set.of("Force", "PermanentlyDelete"),
            Map.of("OrderBy", "Property", "Upn", "Identity"), true, true);

    @ParameterizedTest
    @CsvSource({"Identity, Identity, false", "identity, Identity, false", "id, Identity, false",
            "fo, Force, true", "perm, PermanentlyDelete, true", "OrderBy, Property, false", "ord, Property, false",
            "upn, Identity, false", "Confirm, Confirm, true", "conf, Confirm, true", "cf, Confirm, true",
            "wi, WhatIf, true", "what, WhatIf, true", "ErrorAction, ErrorAction, false", "ea, ErrorAction, false",
            "errora, ErrorAction, false", "v, Verbose, true", "vb, Verbose, true", "conn, ConnectionUri, false",
            "wa, WarningAction, false"})
    void aNameIsFound(String written, String name, boolean isSwitch) {
        assertEquals(new ParameterMatch.Found(name, isSwitch), SIGNATURE.match(written));
    }

    @Test
    void itsOwnParameterComesBeforeACommonOne() {
        assertEquals(new ParameterMatch.Found("ConnectionUri", false), SIGNATURE.match("con"));
    }

    @Test
    void oneOfManyIsRefused() {
        assertEquals(new ParameterMatch.Ambiguous(List.of("PermanentlyDelete", "PipelineVariable", "ProgressAction",
                "Property")), SIGNATURE.match("p"));
        assertEquals(new ParameterMatch.Ambiguous(List.of("ErrorAction", "ErrorVariable")), SIGNATURE.match("err"));
        assertEquals(new ParameterMatch.Ambiguous(List.of("Filter", "Force")), SIGNATURE.match("f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Identities", "x", "whatiff", "Confirm:"})
    void whatBeginsNoNameIsUnknown(String written) {
        assertEquals(new ParameterMatch.Unknown(), SIGNATURE.match(written));
    }

    @Test
    void aCmdletThatCannotPreviewHasNoSwitchForIt() {
        Signature plain = new Signature(List.of(), Set.of("Id"), Set.of(), Map.of(), true, false);
        assertEquals(new ParameterMatch.Unknown(), plain.match("WhatIf"));
        assertEquals(new ParameterMatch.Unknown(), plain.match("cf"));
        assertEquals(new ParameterMatch.Found("Verbose", true), plain.match("Verbose"));
    }

    @Test
    void theShippedOnesAreAbbreviatedAsAdministratorsDo() {
        Cmdlet remove = CmdletTable.shipped().find("Remove-Mailbox").orElseThrow();
        assertEquals(new ParameterMatch.Found("Confirm", true), remove.match("Conf"));
        assertEquals(new ParameterMatch.Found("PermanentlyDelete", true), remove.match("PermanentlyD"));
        assertInstanceOf(ParameterMatch.Ambiguous.class, remove.match("Perm"));
        assertEquals(new ParameterMatch.Found("Permanent", false), remove.match("Permanent"));
        Cmdlet users = CmdletTable.shipped().find("Get-MgUser").orElseThrow();
        assertEquals(new ParameterMatch.Found("Top", false), users.match("limit"));
        assertEquals(new ParameterMatch.Found("Property", false), users.match("Select"));
        assertEquals(new ParameterMatch.Found("All", true), users.match("al"));
        Cmdlet mailboxes = CmdletTable.shipped().find("Get-Mailbox").orElseThrow();
        assertEquals(new ParameterMatch.Found("ResultSize", false), mailboxes.match("Resultsize"));
        assertEquals(new ParameterMatch.Found("ResultSize", false), mailboxes.match("res"));
    }
}
