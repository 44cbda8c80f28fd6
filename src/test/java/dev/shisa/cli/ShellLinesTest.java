package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lines of a shell from a pipe: each is held to what a command line of its own is held to. */
class ShellLinesTest extends Scene {
    private static final String REMOVE = "mailbox remove person1@contoso.example --keep-identity ";

    private static List<Integer> codes(Result shell) {
        return shell.lines("result").stream().map(result -> result.path("exit_code").asInt()).toList();
    }

    @Test
    void linesAreCarriedOutOneAfterTheOtherAndTheLastCodeIsTheShells() {
        Shell shell = Shell.embedded(folder);
        Result all = shell
                .piped("plan list\n\n# a remark\n  shisa run list\r\nplan show nothing\nplan list\nplan liszt",
                        "-o", "json")
                .exits(2);
        assertEquals(List.of(0, 0, 4, 0, 2), codes(all));
        assertEquals("", all.talk());
        assertEquals(0, shell.piped("plan show nothing\nexit\nplan show nothing\n").code() - 4);
        shell.piped("plan show nothing\nplan list\nquit\nplan show nothing\n").exits(0);
        shell.piped("").exits(0);
        shell.piped("\uFEFFplan list").exits(0);
    }

    @Test
    void aRemovalIsGuardedAsOutside() {
        serve("small");
        Result refused = shell().piped(REMOVE + "\n" + REMOVE + "--execute\n" + REMOVE + "--execute --no-input=false\n"
                + REMOVE + "--execute --confirm 2@contoso.example --accept-loss licences,mailbox\n" + REMOVE
                + "--yes\nmailbox remove --all --execute\n7331\nlicences,mailbox\n", "-o", "json");
        assertEquals(List.of(0, 18, 18, 18, 2, 2, 2, 2), codes(refused));
        assertEquals(List.of(), tenant().writes(0));
        Result done = shell()
                .piped(REMOVE + "--execute --confirm 1@contoso.example --accept-loss licences,mailbox\n", "-o", "json")
                .exits(0);
        assertEquals(done.number("write_calls"), tenant().writes(0).size());
        assertTrue(done.number("write_calls") > 0);
    }

    @Test
    void eachLineThatCouldWriteIsRecordedAsTypedWithWhatTheShellAddsToIt() {
        serve("small");
        shell().piped(REMOVE + "--execute\nplan list\n" + REMOVE + "--execute --nonsense\n").exits(2);
        List<JsonNode> records = shell().json("audit", "log").exits(0).lines("audit");
        List<JsonNode> begun = records.stream().filter(record -> record.path("event").asString().equals("begun"))
                .toList();
        assertEquals(2, begun.size());
        assertFalse(begun.getFirst().path("invocation").equals(begun.getLast().path("invocation")));
        String words = begun.getFirst().path("words").toString();
        assertTrue(words.startsWith("[\"mailbox\",\"remove\"") && words.contains("\"--no-input\"")
                && words.contains("\"--store\",\"" + shell().store()), words);
        assertEquals(List.of(18, 2), records.stream().filter(record -> record.path("event").asString().equals("ended"))
                .map(record -> record.path("exit_code").asInt()).toList());
    }

    @Test
    void aLineMaySayOtherwiseAndTheNextOneIsAsTheShellAgain() {
        Shell shell = Shell.embedded(folder);
        Path other = folder.resolve("other");
        Result lines = shell.piped("sandbox reset --seed small --store " + other + "\n" + REMOVE + "--store " + other
                + "\nplan list --store=" + other + "\nplan list\nplan list --lang en\n", "--lang", "ja").exits(0);
        assertTrue(Files.isDirectory(other.resolve("plans")));
        assertFalse(Files.exists(shell.store().resolve("plans")));
        assertTrue(lines.out().lines().anyMatch(line -> line.startsWith("書き込み要求")));
        assertTrue(lines.out().endsWith("write calls: 0\n"));
        String next = lines.out().lines().filter(line -> line.contains("shisa apply")).findFirst().orElseThrow();
        assertTrue(next.contains("--store " + other), next);
    }

    @Test
    void whatIsNoLineIsRefused() {
        Shell shell = Shell.embedded(folder);
        shell.piped("shell\n").exits(2).tells("There is no shell within a shell.");
        shell.piped("shisa shell --lang ja\n").exits(2).tells("シェルの中でシェルは使えません。");
        shell.piped("plan list 'x\n").exits(2).tells("A quote of this line has no end.");
        shell.piped("plan list\rrun list\n").exits(2).tells("Several lines at once");
        shell.piped("plan list | run list\n").exits(2);
        shell.piped("exit 3\n").exits(2);
        shell.piped("plan list " + "x".repeat(PipedLines.LONGEST) + "\nplan list\n").exits(2)
                .tells("it is longer than");
    }

    @Test
    void behindWhatCannotBeReadNothingIsCarriedOut() {
        Shell shell = Shell.embedded(folder);
        byte[] input = "plan list\nplan l?st\nplan list\n".getBytes(StandardCharsets.UTF_8);
        input[16] = (byte) 0xFF;
        Result result = shell.raw(Arrays.asList("shell", "-o", "json"), input).exits(2);
        result.holds(result.errors().contains("it is not UTF-8"), "the reason is told");
        assertEquals(2, codes(result).getLast());
    }

    @Test
    void aShellWithWrongOptionsDoesNotBegin() {
        Shell shell = Shell.embedded(folder);
        assertEquals(1, shell.piped("plan list\nplan list\n", "--lang", "xx").exits(2).out().lines()
                .filter(line -> line.startsWith("SANDBOX")).count());
        shell.with("SHISA_CONFIRM", "no").piped("plan list\n").exits(2).tells("SHISA_CONFIRM");
        shell.piped("plan list\n", "more").exits(2);
    }

    @Test
    void aBrokenCatalogRefusesOnlyLinesThatNeedIt() throws IOException {
        Path broken = Files.writeString(folder.resolve("commands.yaml"), "nonsense: [\n");
        Result lines = Shell.embedded(folder).piped("plan list\nmailbox remove --all\nplan list\n", "--catalog",
                broken.toString(), "-o", "json").exits(0);
        assertEquals(List.of(0, 2, 0), codes(lines));
    }
}
