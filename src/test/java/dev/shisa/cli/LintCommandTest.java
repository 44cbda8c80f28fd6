package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code shisa lint} on the command line. */
class LintCommandTest {
    private static final String ACCIDENT = "Get-Mailbox | Remove-Mailbox –Confirm:$false\n";

    @TempDir
    private Path folder = Path.of("");

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Result lint(String... words) {
        List<String> line = new ArrayList<>(List.of("lint"));
        line.addAll(List.of(words));
        return Shell.embedded(folder).raw(line);
    }

    @Test
    void peopleSeeTheLineAndAPointer() throws IOException {
        Result result = lint(file("a.ps1", "# 削除\n" + ACCIDENT), "--lang", "en").exits(10);
        assertTrue(result.out()
                .contains(":2:15: error: identity-destroyed\n  2 | Get-Mailbox | Remove-Mailbox –Confirm:$false\n"
                        + "    | " + " ".repeat(14) + "^\n"),
                result.out());
        assertTrue(result.out().contains("shisa mailbox remove --keep-identity"), result.out());
        assertTrue(result.out().contains("1 files: 1 destructive commands, 3 errors, 3 warnings, 0 notes"),
                result.out());
    }

    @Test
    void theReasonIsToldInJapanese() throws IOException {
        Result result = lint("src/test/resources/document/report.pdf", "--lang", "ja").exits(10);
        for (String rule : List.of("unbounded-selection", "capped-listing", "confirmation-suppressed",
                "identity-destroyed",
                "no-rehearsal", "smart-characters")) {
            String said = result.out().substring(result.out().indexOf(": " + rule));
            String message = said.lines().skip(3).findFirst().orElse("");
            assertTrue(message.codePoints().anyMatch(letter -> letter >= 0x3041 && letter <= 0x30ff),
                    rule + ": " + said);
        }
    }

    @Test
    void machinesReadOneObjectALine() throws IOException {
        Result result = lint(file("a.ps1", ACCIDENT), "-o", "json").exits(10);
        List<JsonNode> lines = result.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
        JsonNode command = lines.stream().filter(line -> line.path("type").asString().equals("command")).findFirst()
                .orElseThrow();
        assertEquals("Remove-Mailbox", command.path("cmdlet").asString());
        assertEquals("no", command.path("bounded").asString());
        assertTrue(command.path("executed").asBoolean());
        assertTrue(command.path("effects").toString().contains("\"identity\""), command.toString());
        JsonNode first = lines.getFirst();
        assertEquals(List.of("type", "file", "line", "column", "rule", "severity", "cmdlet", "message", "suggestion"),
                first.properties().stream().map(java.util.Map.Entry::getKey).toList());
        JsonNode last = lines.getLast();
        assertEquals(
                "{\"type\":\"result\",\"files\":1,\"commands\":1,\"findings\":6,\"errors\":3,\"warnings\":3,\"notes\":0,"
                        + "\"not_understood\":0,\"suppressed\":0,\"exit_code\":10}",
                last.toString());
    }

    @Test
    void aFolderStandsForAllScriptsAndDocumentsBelowIt() throws IOException {
        Files.createDirectories(folder.resolve("x/deep/er"));
        file("x/b.ps1", ACCIDENT);
        file("x/deep/er/a.md", "    Remove-Mailbox a@sgu.example\n");
        file("x/deep/er/data.csv", ACCIDENT);
        file("x/deep/none.ps1.bak", ACCIDENT);
        Result result = lint(folder.resolve("x").toString(), "-o", "json").exits(10);
        assertEquals(List.of("b.ps1", "deep/er/a.md"), result.out().lines()
                .map(line -> JsonMapper.shared().readTree(line)).filter(line -> line.has("file"))
                .map(line -> folder.resolve("x").relativize(Path.of(line.path("file").asString())).toString())
                .distinct().toList());
        assertTrue(result.out().contains("\"files\":2,"), result.out());
    }

    @Test
    void aLinkToAFolderIsFollowedWhenItIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("x"));
        file("x/b.ps1", ACCIDENT);
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("x"));
        Result result = lint(link.toString(), "-o", "json").exits(10);
        assertTrue(result.out().contains(link.resolve("b.ps1").toString()), result.out());
    }

    @Test
    void aFolderWithoutAnythingToReadIsNotClean() throws IOException {
        Files.createDirectories(folder.resolve("x"));
        file("x/data.csv", ACCIDENT);
        Result result = lint(folder.resolve("x").toString(), "-o", "json").exits(2);
        assertTrue(result.out().contains("holds no script and no document"), result.out());
    }

    @Test
    void aFileThatIsNotReadDoesNotKeepTheOthersFromIt() throws IOException {
        Result result = lint(folder.resolve("none.ps1").toString(), file("a.ps1", ACCIDENT), "-o", "json").exits(2);
        assertTrue(result.out().lines().anyMatch(line -> line.contains("\"rule\":\"identity-destroyed\"")),
                result.out());
        assertTrue(result.out().lines().findFirst().orElse("").startsWith("{\"type\":\"unreadable\""), result.out());
    }

    @Test
    void nothingIsSaidOfAScriptThatOnlyReads() throws IOException {
        Result result = lint(file("a.ps1", """
                Get-Mailbox -ResultSize Unlimited | Export-Csv a.csv
                Get-Mailbox | Remove-Mailbox -WhatIf
                """), "--lang", "en").exits(0);
        assertEquals("1 files: 1 destructive commands, 0 errors, 0 warnings, 0 notes, 0 suppressed, 0 files not read\n",
                result.out());
    }

    @Test
    void everyRuleIsExplained() {
        assertEquals(20, lint("--rules", "--lang", "en").exits(0).out().lines()
                .filter(line -> line.startsWith("  Bad:")).count());
        assertEquals(20, lint("--rules", "-o", "json").exits(0).out().lines().count());
    }

    @Test
    void whatIsTypedWronglyIsRefused() throws IOException {
        lint().exits(2);
        lint("").exits(2);
        lint(file("a.ps1", ACCIDENT), "--format", "xml").exits(2);
        lint(file("a.ps1", ACCIDENT), "--cmdlets", file("c.yaml", "cmdlets: 1\n")).exits(2);
    }

    @Test
    void aSiteAddsItsOwnCommands() throws IOException {
        String script = file("a.ps1", "Remove-Everybody -Name a\n");
        assertTrue(lint(script, "-o", "json").exits(10).out().contains("not-understood"));
        String own = file("c.yaml", """
                format_version: "1.0"
                cmdlets:
                  - name: Remove-Everybody
                    module: Own
                    action: read
                    reach: local
                    sources: ["https://sgu.example/own"]
                """);
        lint(script, "--cmdlets", own, "-o", "json").exits(0);
    }

    @Test
    void otherToolsReadSarif() throws IOException {
        JsonNode log = JsonMapper.shared()
                .readTree(lint(file("a b.ps1", ACCIDENT), "--format", "sarif", "--lang", "ja").exits(10).out());
        assertEquals("2.1.0", log.path("version").asString());
        JsonNode run = log.path("runs").path(0);
        assertEquals(20, run.path("tool").path("driver").path("rules").size());
        JsonNode result = run.path("results").path(0);
        assertTrue(run.path("tool").path("driver").path("rules").valueStream()
                .anyMatch(rule -> rule.path("id").equals(result.path("ruleId"))), result.toString());
        assertTrue(result.path("locations").path(0).path("physicalLocation").path("artifactLocation").path("uri")
                .asString()
                .endsWith("a%20b.ps1"), result.toString());
    }

    @Test
    void aNameThatIsNoPathIsAFileThatIsNotRead() throws IOException {
        Result result = lint("a\0b.ps1", file("a.ps1", ACCIDENT), "-o", "json").exits(2);
        assertTrue(result.out().contains("\"rule\":\"identity-destroyed\""), result.out());
    }

    @Test
    void aColonInANameIsNoScheme() {
        JsonNode log = JsonMapper.shared().readTree(lint("a:b.ps1", "--format", "sarif").exits(2).out());
        assertEquals(1, log.path("runs").path(0).path("invocations").path(0).path("toolExecutionNotifications").size());
    }
}
