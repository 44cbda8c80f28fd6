package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.powershell.PowerShell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a shell offers, asked of a real bash; the scripts of the other shells are held to the same commands. */
class CompletionTest {
    /** Bash is told where the cursor is as it tells a completion function, and prints what it was offered. */
    private static final String ASK = """
            source "$1"; shift
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
            _shisa
            for word in ${COMPREPLY[@]+"${COMPREPLY[@]}"}; do printf '%s\\n' "$word"; done
            """;

    @TempDir
    private Path folder;
    private Path script;

    @BeforeEach
    void print() throws IOException {
        script = Files.writeString(folder.resolve("shisa.bash"),
                Shell.embedded(folder).raw(List.of("completion", "bash")).exits(0).out());
    }

    private Set<String> offered(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of("bash", "--norc", "-c", ASK, "bash", script.toString(), "shisa"));
        line.addAll(List.of(words));
        Path out = folder.resolve("out");
        Path talk = folder.resolve("talk");
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile()).redirectOutput(out.toFile())
                .redirectError(talk.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("SHISA_"));
        builder.environment().put("HOME", folder.toString());
        Process bash = builder.start();
        assertTrue(bash.waitFor(20, TimeUnit.SECONDS), "bash does not end");
        assertEquals("", Files.readString(talk));
        return new TreeSet<>(Files.readAllLines(out, StandardCharsets.UTF_8));
    }

    @Test
    void nounsVerbsAndCommandsOfOneWordAreOffered() throws IOException, InterruptedException {
        assertTrue(offered("").containsAll(Set.of("mailbox", "plan", "undo", "help", "completion")));
        assertEquals(Set.of("remove", "restore"), offered("mailbox", "re"));
        assertEquals(Set.of("serve"), offered("sandbox", "s"));
    }

    @Test
    void optionsOfTheCommandAreOfferedAndThoseOfOthersAreNot() throws IOException, InterruptedException {
        assertEquals(Set.of("--keep-identity"), offered("mailbox", "remove", "--all", "--k"));
        assertEquals(Set.of(), offered("mailbox", "restore", "--keep-i"));
        assertEquals(Set.of("--lang", "--lock-timeout"), offered("run", "show", "--l"));
    }

    @Test
    void whatFollowsAnOptionIsItsValue() throws IOException, InterruptedException {
        assertEquals(Set.of("en", "ja"), offered("plan", "list", "--lang", ""));
        assertEquals(Set.of("json"), offered("plan", "list", "-o", "j"));
        assertEquals(Set.of("small"), offered("sandbox", "serve", "--seed", "=", "sm"));
        assertEquals(Set.of("en", "ja"), offered("plan", "list", "--lang", "="));
        assertEquals(Set.of(), offered("mailbox", "remove", "--reason", ""));
        Files.createDirectory(folder.resolve("folder"));
        assertEquals(Set.of("folder"), offered("plan", "list", "--store", "fol"));
    }

    @Test
    void valuesOfOptionsAreNoVerbs() throws IOException, InterruptedException {
        assertEquals(Set.of("list", "show"), offered("--tenant", "plan", "plan", ""));
    }

    @Test
    void namesComeFromTheStoreThatIsMeant() throws IOException, InterruptedException {
        Path usual = Files.createDirectories(folder.resolve(".local/share/shisa/plans"));
        Files.createFile(usual.resolve("plan-1.json"));
        Files.createDirectories(folder.resolve("other/runs/run-7"));
        Files.createDirectories(folder.resolve("other/snapshots/snapshot-7"));
        assertEquals(Set.of("plan-1"), offered("apply", "pl"));
        assertEquals(Set.of("run-7"), offered("undo", "--store", "other", ""));
        assertEquals(Set.of("snapshot-7"), offered("--store", "=", "other", "snapshot", "diff", "snapshot-1", ""));
        assertEquals(Set.of(), offered("--store", "other", "undo", "run-7", ""), "one run is enough");
    }

    @Test
    void nothingThatIsTypedOrStoredIsEvaluated() throws IOException, InterruptedException {
        Path plans = Files.createDirectories(folder.resolve(".local/share/shisa/plans"));
        Files.createFile(plans.resolve("$(touch harm).json"));
        assertEquals(Set.of(), offered("apply", "$(touch harm)x"));
        assertEquals(Set.of(), offered("apply", "--store", "$(touch harm)", "plan-"));
        assertFalse(Files.exists(folder.resolve("harm")));
    }

    @ParameterizedTest
    @EnumSource(dev.shisa.manual.Shell.class)
    void everyScriptKnowsEveryCommandAndOption(dev.shisa.manual.Shell shell) {
        String text = Shell.embedded(folder).raw(List.of("completion", shell.label())).exits(0).out();
        for (String word : List.of("'shisa mailbox remove'", "'shisa run resume'", "--keep-identity", "--retry-failed",
                "'--store:folder'")) {
            assertTrue(text.contains(word), shell + " lacks " + word);
        }
        assertFalse(text.contains("@TABLE@"));
    }

    @Test
    void theScriptForPowerShellCanBeRead() {
        String text = Shell.embedded(folder).raw(List.of("completion", "powershell")).exits(0).out();
        assertEquals(List.of(), PowerShell.parse(text).problems());
    }

    @Test
    void anotherShellIsRefusedAndAMachineIsToldADocument() {
        Shell.embedded(folder).json("completion", "tcsh").exits(2);
        Result document = Shell.embedded(folder).json("completion", "fish").exits(0);
        assertTrue(document.lines("document").getFirst().path("text").asString().contains("complete -c shisa"));
    }
}
