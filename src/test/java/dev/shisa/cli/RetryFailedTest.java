package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service refused is sent again only when somebody says so, and what it accepted never. */
class RetryFailedTest extends RecoveryScene {
    private static final Map<String, Integer> EACH_ONCE = Map.of("person1@contoso.example", 1,
            "person2@contoso.example", 1, "person3@contoso.example", 1);

    @BeforeEach
    void serve() {
        serve("small");
        rehearse();
    }

    private Result resume(String run, int remaining, String... more) {
        List<String> words = new ArrayList<>(List.of("run", "resume", run, "--confirm",
                remaining + "@contoso.example", "--accept-loss", LOSS));
        words.addAll(List.of(more));
        return shell().json(words.toArray(String[]::new));
    }

    @Test
    void aRunThatIsDoneInPartTriesAgainWhatWasRefused() {
        long seen = tenant().seen();
        faults(onLicences(",\"nth\":2", "\"status\":400"));
        Result partial = remove(3).exits(3);
        tenant().faults("[]");
        assertEquals(2, partial.number("done"));
        assertEquals(1, partial.number("failed"));
        String run = partial.text("run");
        stands(run, "partial", false, 0);
        resume(run, 1).exits(13);
        resume(run, 3, "--retry-failed").exits(18);
        stands(run, "partial", false, 0);
        Result done = resume(run, 1, "--retry-failed").exits(0);
        assertEquals(3, done.number("done"));
        assertEquals(0, done.number("failed"));
        assertEquals(1, done.number("write_calls"));
        assertEquals(EACH_ONCE, writtenTimes(seen));
        stands(run, "completed", false, 0);
        resume(run, 1, "--retry-failed").exits(13);
    }

    @Test
    void aRunThatStoppedAtARefusedRightGoesOnWithoutOrWithThatAccount() {
        long seen = tenant().seen();
        faults(onLicences(",\"nth\":2", "\"status\":403"));
        Result paused = remove(3).exits(17);
        tenant().faults("[]");
        String run = paused.text("run");
        assertEquals("paused", paused.text("status"));
        String report = shell().run("run", "report", run).exits(0).out();
        assertTrue(report.contains("go on with it: shisa run resume " + run) && !report.contains("undo RUN"), report);
        assertEquals(1, paused.number("failed"));
        assertEquals(1, paused.number("not_started"));
        stands(run, "paused", true, 1);
        assertEquals("1@contoso.example", shell().json("run", "show", run).exits(0).text("confirm"));
        Result partial = resume(run, 1).exits(3);
        assertEquals(2, partial.number("done"));
        Result done = resume(run, 1, "--retry-failed").exits(0);
        assertEquals(3, done.number("done"));
        assertEquals(EACH_ONCE, writtenTimes(seen));
    }

    @Test
    void whatWasRefusedIsTriedTogetherWithWhatIsLeft() {
        long seen = tenant().seen();
        faults(onLicences(",\"nth\":2", "\"status\":403"));
        String run = remove(3).exits(17).text("run");
        tenant().faults("[]");
        resume(run, 1, "--retry-failed").exits(18);
        Result done = resume(run, 2, "--retry-failed").exits(0);
        assertEquals(3, done.number("done"));
        assertEquals(2, done.number("write_calls"));
        assertEquals(EACH_ONCE, writtenTimes(seen));
    }
}
