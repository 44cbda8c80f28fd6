package dev.shisa.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in a file makes its reading endless, and what is too much is refused as a whole. */
class LimitsTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int LENGTH = 30_000;
    private static final List<String> NAMES = List.of("a.txt", "a.md", "a.html", "a.ps1", "-");

    @ParameterizedTest
    @ValueSource(strings = {" ", "a", "Remove-Mailbox ", "Get-Mailbox | ", ">", "> ", "- ", "\"", "' ", "{", "`a", "-",
            "<div>", "<b>", "<!--", "[", "*a_ ", "&", "|a", "Remove-Mailbox {\n", "Remove-Mailbox \"\n", "@\"",
            "Remove-Mailbox x\n-Confirm:$false\n", "# Remove-Mailbox x\n", "\u300C", "\u300CRemove-Mailbox x ", "1.",
            "PS a ", "$a", "a-", "\\a", "```\n", "[a]: x\n", "\u6F22", "|a|b|\n|-|-|\n", "<pre>&lt;", "PS>", "\t", "\r",
            "Remove-Mailbox \u6F22", "Remove-\n", "-Confirm\n", "<#", "Remove-Mailbox x `\n"})
    void whatIsRepeatedEndsSoon(String piece) {
        byte[] bytes = ("Remove-Mailbox " + piece.repeat(LENGTH / piece.length())).getBytes(StandardCharsets.UTF_8);
        for (String name : NAMES) {
            Reading reading = assertTimeoutPreemptively(LONGEST, () -> Documents.read(name, bytes), name);
            if (reading instanceof Reading.Understood understood) {
                assertEquals(understood.passages().size(),
                        understood.passages().stream().filter(passage -> passage.place(0).line() > 0).count());
            }
        }
    }

    @Test
    void tooManyBytesAreRefused() {
        assertTrue(Readings.reason("a.ps1", new byte[Limits.BYTES + 1]).contains("16777216 bytes"));
    }

    @Test
    void tooManyLinesAreRefused() {
        byte[] bytes = "\n".repeat(Limits.LINES).getBytes(StandardCharsets.UTF_8);
        assertTrue(Readings.reason("a.ps1", bytes).contains("400000 lines"));
    }

    @Test
    void tooManyPassagesAreRefused() {
        byte[] bytes = "Remove-Mailbox x\n\u4EE5\u4E0A\u3067\u3059\u3002\n".repeat(Limits.PASSAGES + 1)
                .getBytes(StandardCharsets.UTF_8);
        assertTrue(Readings.reason("a.txt", bytes).contains("20000 passages"));
    }
}
