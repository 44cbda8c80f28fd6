package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as a whole: places, suppressions, documents whose blocks belong together. */
class LinterTest {
    private static final LocalDate TODAY = Linted.DAY;

    private static FileReport.Read lint(String name, String text) {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileReport.Read read(String name, byte[] bytes) {
        return assertInstanceOf(FileReport.Read.class, new Linter(CmdletTable.shipped(), TODAY).lint(name, bytes));
    }

    private static List<String> found(FileReport.Read read) {
        return read.findings().stream()
                .map(finding -> finding.line() + ":" + finding.column() + " " + finding.rule().id())
                .toList();
    }

    @Test
    void theAccidentInAReport() throws Exception {
        for (String name : List.of("report.pdf", "report.docx")) {
            FileReport.Read read = read(name, Files.readAllBytes(Path.of("src/test/resources/document", name)));
            List<Integer> lines = read.commands().stream().map(FoundCommand::line).toList();
            assertEquals(2, lines.size(), name);
            assertTrue(found(read).stream().map(each -> each.replaceFirst(":\\d+", ""))
                    .toList().containsAll(List.of(lines.getFirst() + " unbounded-selection",
                            lines.getFirst() + " capped-listing", lines.getFirst() + " confirmation-suppressed",
                            lines.getFirst() + " identity-destroyed", lines.getFirst() + " no-rehearsal",
                            lines.getFirst() + " smart-characters", lines.getLast() + " unbounded-selection",
                            lines.getLast() + " identity-destroyed", lines.getLast() + " no-rehearsal",
                            lines.getLast() + " smart-characters")),
                    () -> name + found(read));
            assertTrue(read.findings().stream().noneMatch(finding -> finding.line() == lines.getLast()
                    && (finding.rule() == Rule.CAPPED_LISTING || finding.rule() == Rule.CONFIRMATION_SUPPRESSED)),
                    name);
            assertTrue(read.commands().stream().allMatch(command -> command.executed()
                    && command.bounded() == FoundCommand.Bounded.NO), name);
        }
    }

    @Test
    void aPlaceIsThatOfTheFile() {
        assertEquals(List.of("3:3 identity-destroyed"),
                found(lint("a.ps1", "# one\r\n\r\n  Remove-Mailbox -Identity a@sgu.example\r\n")));
        assertEquals(List.of("4:3 identity-destroyed"),
                found(lint("a.md", "# Title\n\n> ```powershell\n> Remove-Mailbox -Identity a@sgu.example\n> ```\n")));
    }

    @Test
    void blocksOfADocumentAreOneProcedure() {
        List<String> found = found(lint("a.md", """
                First:

                ```
                $old = Get-Mailbox -ResultSize Unlimited
                ```

                Then:

                ```
                $old | Remove-Mailbox
                ```
                """));
        assertTrue(found.contains("10:8 unbounded-selection"), found::toString);
    }

    @Test
    void whatAPersonIsToFillInIsNoMistakeInADocument() {
        assertEquals(List.of("3:1 identity-destroyed"),
                found(lint("a.md", "```\n\nRemove-Mailbox -Identity <user@domain>\n```\n")));
        assertEquals(List.of("1:26 not-understood"), found(lint("a.ps1", "Remove-Mailbox -Identity <user@domain>\n")));
    }

    @Test
    void aSuppressionHasAReasonAndAnEnd() {
        String command = "Remove-Mailbox -Identity a@sgu.example";
        FileReport.Read above = lint("a.ps1",
                "# shisa-lint: ignore identity-destroyed until 2026-11-22: asked for in T-4711\n" + command);
        assertEquals(List.of(), found(above));
        assertEquals(1, above.suppressed());
        FileReport.Read behind = lint("a.ps1",
                command + " # shisa-lint: ignore identity-destroyed,permanent until 2027-01-01: asked for\n");
        assertEquals(List.of(), found(behind));
        FileReport.Read expired = lint("a.ps1",
                "# shisa-lint: ignore identity-destroyed until 2026-11-21: asked for\n" + command);
        assertEquals(List.of("2:1 identity-destroyed"), found(expired));
        assertTrue(expired.remarks().getFirst().contains("ended on 2026-11-21"), expired.remarks()::toString);
        FileReport.Read elsewhere = lint("a.ps1",
                "# shisa-lint: ignore identity-destroyed until 2027-01-01: asked for\n\n" + command);
        assertEquals(List.of("3:1 identity-destroyed"), found(elsewhere));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ignore identity-destroyed until 2027-01-01:", "ignore identity-destroyed until soon: why",
            "ignore until 2027-01-01: why", "ignore everything until 2027-01-01: why", "ignore identity-destroyed: why",
            "ignore identity-destroyed until 2027-02-30: why", ""})
    void aMalformedSuppressionIsTold(String words) {
        assertEquals(List.of("1:1 not-understood", "2:1 identity-destroyed"),
                found(lint("a.ps1", "# shisa-lint: " + words + "\nRemove-Mailbox -Identity a@sgu.example")));
    }

    @Test
    void otherLanguagesInADocumentAreNoMistake() {
        assertEquals(List.of(), found(
                lint("a.md", "```sql\nSELECT * FROM users WHERE a < 1;\n```\n\n```bash\nrm -rf \"/tmp/x\n```\n")));
    }

    @Test
    void whatCannotBeReadSaysWhy() {
        FileReport report = new Linter(CmdletTable.shipped(), TODAY).lint("a.ps1", new byte[]{0, 1, 2, 3, 0});
        assertTrue(assertInstanceOf(FileReport.Unreadable.class, report).reason().endsWith("."));
    }
}
