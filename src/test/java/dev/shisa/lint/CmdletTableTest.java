package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The shipped table says what the documentation says. */
class CmdletTableTest {
    private static final CmdletTable TABLE = CmdletTable.shipped();

    @Test
    void aNameIsFoundInAnyCase() {
        assertEquals("Remove-Mailbox", TABLE.find("ExchangePowerShell\\remove-MAILBOX").orElseThrow().name());
        assertTrue(TABLE.find("Remove-Nothing").isEmpty());
    }
}
