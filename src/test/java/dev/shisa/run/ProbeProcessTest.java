package dev.shisa.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.account.AnAccount;
import dev.shisa.account.Observation;
import dev.shisa.site.Probe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A probe is believed for two answers only. */
class ProbeProcessTest {
    private static final Observation ACCOUNT = AnAccount.number(1).seen();
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    private static Prober.Answer ask(Duration timeout, List<String> command) throws InterruptedException {
        return new ProbeProcess().ask(new Probe("p", command, Probe.Subject.TOUCHED, timeout), ACCOUNT);
    }

    @ParameterizedTest
    @CsvSource({"0, PASSED", "1, FAILED", "2, NO_ANSWER", "127, NO_ANSWER"})
    void itsExitStatusIsItsAnswer(int exit, Prober.Answer answer) throws Exception {
        assertEquals(answer, ask(ENOUGH, ProbeMain.command("exit", String.valueOf(exit))));
    }

    @Test
    void oneThatHangsIsEndedAndGivesNoAnswer() throws Exception {
        assertEquals(Prober.Answer.NO_ANSWER, ask(Duration.ofMillis(50), ProbeMain.command("hang")));
    }

    @Test
    void oneThatCannotBeStartedGivesNoAnswer() throws Exception {
        assertEquals(Prober.Answer.NO_ANSWER, ask(ENOUGH, List.of("no-such-program-anywhere")));
    }

    @Test
    void theSecretsOfThisProgramAreNotHandedToIt() {
        Map<String, String> environment = new TreeMap<>(Map.of("SHISA_WRITER_CLIENT_SECRET", "s", "shisa_store", "x",
                "PATH", "/bin", "MY_SHISA_X", "kept"));
        SiteProcess.takeOwn(environment);
        assertEquals(Map.of("PATH", "/bin", "MY_SHISA_X", "kept"), environment);
    }

    @Test
    void itIsToldTheAccount(@TempDir Path folder) throws Exception {
        Path told = folder.resolve("told");
        assertEquals(Prober.Answer.PASSED,
                ask(ENOUGH, ProbeMain.command("tell", told.toString(), "{account}", "{id}")));
        assertEquals(ACCOUNT.name() + " " + ACCOUNT.id().value(), Files.readString(told));
    }
}
