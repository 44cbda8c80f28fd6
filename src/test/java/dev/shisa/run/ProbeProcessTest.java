package dev.shisa.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AnAccount;
import dev.shisa.account.Observation;
import dev.shisa.site.Probe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A probe is believed for two answers only. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the probes of this test are shell scripts")
class ProbeProcessTest {
    private static final Observation ACCOUNT = AnAccount.number(1).seen();

    private static Prober.Answer ask(Duration timeout, String... command) throws InterruptedException {
        return new ProbeProcess().ask(new Probe("p", List.of(command), Probe.Subject.TOUCHED, timeout), ACCOUNT);
    }

    @ParameterizedTest
    @CsvSource({"0, PASSED", "1, FAILED", "2, NO_ANSWER", "127, NO_ANSWER"})
    void itsExitStatusIsItsAnswer(int exit, Prober.Answer answer) throws Exception {
        assertEquals(answer, ask(Duration.ofSeconds(20), "/bin/sh", "-c", "exit " + exit));
    }

    @Test
    void oneThatHangsIsEndedAndGivesNoAnswer() throws Exception {
        assertEquals(Prober.Answer.NO_ANSWER, ask(Duration.ofMillis(50), "/bin/sh", "-c", "sleep 60"));
    }

    @Test
    void oneThatCannotBeStartedGivesNoAnswer() throws Exception {
        assertEquals(Prober.Answer.NO_ANSWER, ask(Duration.ofSeconds(20), "/nowhere/probe"));
    }

    @Test
    void itIsToldTheAccount(@TempDir Path folder) throws Exception {
        Path told = folder.resolve("told");
        assertEquals(Prober.Answer.PASSED, ask(Duration.ofSeconds(20), "/bin/sh", "-c", "echo $0 $1 > " + told,
                "{account}", "{id}"));
        assertTrue(Files.readString(told).contains(ACCOUNT.name() + " " + ACCOUNT.id().value()));
    }
}
