package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.catalog.CatalogLoader;
import dev.shisa.catalog.LoadedCatalog;
import dev.shisa.store.Disk;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person at a pseudo-terminal. What the lines do is told by a table of codes; here it is about what is typed and seen. */
class ShellTerminalTest {
    private static final String LEAVE = "\u0004";

    @TempDir
    private Path folder;
    private Display screen = new Display();
    private final List<List<String>> lines = new ArrayList<>();

    /** Types at the first prompt; each line that names a code ends with it. */
    private int typed(String keys, Map<String, String> variables) throws Exception {
        return typed(keys, "> ", "", variables);
    }

    /** The last keys are typed when something is seen: what the terminal shows while it goes away nobody is promised to see. */
    private int typed(String keys, String seen, String last, Map<String, String> variables) throws Exception {
        screen = new Display();
        PipedInputStream keyboard = new PipedInputStream(1 << 12);
        PrintStream nobody = new PrintStream(PrintStream.nullOutputStream());
        GlobalOptions options = new GlobalOptions(new Environment(variables, folder.resolve("machine")));
        Desk desk = new Desk(List.of("shell"), options, ((LoadedCatalog.Loaded) CatalogLoader.shipped()).catalog(),
                nobody, nobody, () -> Surface.PIPE, new Interruptions());
        try (ExecutorService program = Executors.newVirtualThreadPerTaskExecutor();
                PipedOutputStream fingers = new PipedOutputStream(keyboard);
                Terminal terminal = TerminalBuilder.builder().system(false).type("xterm").streams(keyboard, screen)
                        .encoding(StandardCharsets.UTF_8).size(Size.of(120, 24)).build()) {
            LineSource source = new PromptedLines(terminal, new ShellCompleter(desk, CommandForms.of(desk), true),
                    memory(), new ShellPrompt(desk));
            Future<Integer> code = program.submit(() -> new LineShell(desk, source, new Interruptions(),
                    (words, _) -> {
                        lines.add(List.copyOf(words));
                        return words.getLast().matches("[0-9]+") ? Integer.parseInt(words.getLast()) : 0;
                    }).run());
            screen.await("> ");
            boolean leaves = keys.endsWith(LEAVE);
            type(fingers, leaves ? keys.substring(0, keys.length() - 1) : keys);
            screen.await(seen);
            type(fingers, last);
            for (int tries = 0; leaves && !code.isDone() && tries < 200; tries++) {
                type(fingers, LEAVE);
                ended(code);
            }
            return code.get(20, TimeUnit.SECONDS);
        }
    }

    private static void type(OutputStream fingers, String keys) throws IOException {
        fingers.write(keys.getBytes(StandardCharsets.UTF_8));
        fingers.flush();
    }

    /** Between two lines the terminal is the system's, which swallows this key as its own end of input; a person types it again, too. */
    private static void ended(Future<Integer> code) throws InterruptedException, ExecutionException {
        try {
            code.get(100, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It is typed again.
        }
    }

    private int typed(String keys) throws Exception {
        return typed(keys, variables());
    }

    private Map<String, String> variables() {
        return Map.of("HOME", folder.toString(), "SHISA_STORE", folder.resolve("store").toString());
    }

    private LineMemory memory() {
        return new LineMemory(folder.resolve("state/shell-history"), Disk.real());
    }

    @Test
    void linesAreCarriedOutUntilTheEndAndACodeIsShown() throws Exception {
        assertEquals(7, typed("plan list\r\rshisa run show 7\r", "SANDBOX [7]> ", "\u0004", variables()));
        assertEquals(List.of(List.of("plan", "list"), List.of("run", "show", "7")), lines);
        assertTrue(screen.text().contains("SANDBOX> "), screen.text());
    }

    @Test
    void ctrlCDropsTheLine() throws Exception {
        assertEquals(0, typed("mailbox remove --all\u0003plan list\r\u0004"));
        assertEquals(List.of(List.of("plan", "list")), lines);
        assertEquals(List.of("plan list"), memory().lines());
    }

    @Test
    void exitLeavesAndWhatStandsBehindItIsNotCarriedOut() throws Exception {
        assertEquals(3, typed("run show 3\rexit\rplan list\r"));
        assertEquals(1, lines.size());
    }

    @Test
    void tabCompletesWhatOnlyOneWordBegins() throws Exception {
        Path plans = Files.createDirectories(folder.resolve("store/plans"));
        Files.createFile(plans.resolve("plan-1.json"));
        Files.createFile(plans.resolve("it's $(touch harm).json"));
        typed("mailb\trem\t--keep\tperson@x\rapply plan-\t\rapply it\t\r\u0004");
        assertEquals(List.of(List.of("mailbox", "remove", "--keep-identity", "person@x"), List.of("apply", "plan-1"),
                List.of("apply", "it's $(touch harm)")), lines);
    }

    @Test
    void aWordThatNothingBeginsWithIsLeftAsItIs() throws Exception {
        typed("mailbox remvoe\t 5\rmailbox remove --from " + folder.resolve("nothing") + "/\tx\r\u0004");
        assertEquals(List.of("mailbox", "remvoe", "5"), lines.getFirst());
        assertEquals(folder.resolve("nothing") + "/x", lines.getLast().getLast());
    }

    @Test
    void whatIsPastedWithLineBreaksIsNotCarriedOut() throws Exception {
        assertEquals(2, typed("\u001b[200~plan list\rrun list\r\u001b[201~\r\u0004"));
        assertEquals(List.of(), lines);
        assertEquals(List.of(), memory().lines());
    }

    @Test
    void aQuoteWithoutAnEndIsRefusedAndAsksForNoMore() throws Exception {
        assertEquals(2, typed("plan list 'x\r\u0004"));
        assertEquals(List.of(), lines);
    }

    @Test
    void whatConfirmsIsNeitherKeptNorAtTheArrowKeys() throws Exception {
        String up = "\u0010";
        typed("plan list\rapply p --confirm 1@x --accept-loss mailbox\r" + up + "\r\u0004");
        assertEquals(List.of(List.of("plan", "list"), List.of("apply", "p", "--confirm", "1@x", "--accept-loss",
                "mailbox"), List.of("plan", "list")), lines);
        assertEquals(List.of("plan list"), memory().lines());
        lines.clear();
        typed(up + "\r\u0004");
        assertEquals(List.of(List.of("plan", "list")), lines, "the next shell remembers");
    }

    @Test
    void exclamationMarksAndPercentSignsAreLetters() throws Exception {
        typed("plan list\rplan show !! %x !1\r\u0004");
        assertEquals(List.of("plan", "show", "!!", "%x", "!1"), lines.getLast());
    }

    @Test
    void thePromptNamesTheTenantAndTakesAnUnknownOneForProduction() throws Exception {
        typed("\u0004", Map.of("HOME", folder.toString(), "SHISA_TENANT", "conto%so"));
        assertTrue(screen.text().contains("PRODUCTION conto%so> "), screen.text());
    }

    @Test
    void withProfilesAndNoNameNobodyKnowsWhichTenantIsMeant() throws Exception {
        Path profiles = Files.createDirectories(folder.resolve(".config/shisa")).resolve("tenants.yaml");
        Files.writeString(profiles, """
                format_version: "1.0"
                tenants:
                  contoso:
                    tenant_id: 11111111-2222-4333-8444-555555555555
                    graph: https://graph.microsoft.com/v1.0
                    login: https://login.microsoftonline.com
                """);
        typed("\u0004");
        assertTrue(screen.text().contains("PRODUCTION ?> "), screen.text());
        assertFalse(screen.text().contains("SANDBOX"));
    }
}
