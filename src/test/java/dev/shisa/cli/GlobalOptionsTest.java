package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What is typed for a shell holds for its lines, and each line may say otherwise where that loosens nothing. */
class GlobalOptionsTest {
    private static GlobalOptions typed(GlobalOptions options, String... words) {
        CommandSpec spec = CommandSpec.create();
        options.addTo(spec);
        new CommandLine(spec).parseArgs(words);
        return options;
    }

    private static GlobalOptions outer(String... words) {
        return typed(new GlobalOptions(new Environment(Map.of("SHISA_TENANT", "other"), Path.of("nowhere"))), words);
    }

    @Test
    void aLineThatSaysNothingIsAsTheShell() {
        GlobalOptions line = typed(outer("--tenant", "contoso", "--store", "there", "--policies", "rules",
                "--lock-timeout", "7", "--no-color", "-q", "--lang", "ja").within(true));
        assertEquals(Optional.of("contoso"), line.tenant());
        assertEquals(Duration.ofSeconds(7), line.lockTimeout());
        assertTrue(line.noColor() && line.quiet() && line.mayAsk() && !line.verbose());
        assertEquals("ja", line.locale().getLanguage());
        assertEquals(List.of("--tenant", "contoso", "--store", "there", "--policies", "rules"), line.place());
        assertEquals(List.of("--lang", "ja", "--lock-timeout", "7", "--no-color", "--policies", "rules", "--store",
                "there", "--tenant", "contoso", "-q"), line.inherited());
    }

    @Test
    void whatALineSaysItselfHoldsForItAlone() {
        GlobalOptions shell = outer("--tenant", "contoso", "--lang", "ja");
        GlobalOptions line = typed(shell.within(true), "--tenant", "sandbox", "--lang=en", "--no-input");
        assertEquals(Optional.of("sandbox"), line.tenant());
        assertEquals("en", line.locale().getLanguage());
        assertEquals(List.of(), line.inherited());
        assertFalse(line.mayAsk());
        assertTrue(typed(shell.within(true)).mayAsk());
    }

    @Test
    void aLineSwitchesNothingOffAgain() {
        GlobalOptions line = typed(outer().within(false), "--no-input=false");
        assertFalse(line.mayAsk());
        assertEquals(List.of("--no-input"), line.inherited());
        assertEquals(List.of("--store"), typed(outer("--store", " ").within(true)).blank());
    }
}
