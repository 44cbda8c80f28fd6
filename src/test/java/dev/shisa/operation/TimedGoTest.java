package dev.shisa.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.diag.RefusedException;
import dev.shisa.execute.Bench;
import dev.shisa.execute.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A moment is waited for by the service's clock, in naps of at most a minute. */
class TimedGoTest {
    @TempDir
    private Path folder;

    private List<Duration> naps(Duration ahead) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            Instant moment = bench.tenant.now().plus(ahead);
            TimedGo.until(moment, bench.tenant.reader(), bench.timer);
            assertTrue(!bench.tenant.now().isBefore(moment));
            return List.copyOf(bench.waits);
        }
    }

    @Test
    void aMomentThatIsThereIsNotWaitedFor() throws Exception {
        assertEquals(List.of(), naps(Duration.ZERO));
    }

    @Test
    void nobodyNapsLongerThanAMinute() throws Exception {
        assertEquals(List.of(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(30)),
                naps(Duration.ofSeconds(150)));
    }

    @Test
    void noNapIsShorterThanTheSecondsThatTheServiceTells() throws Exception {
        assertEquals(List.of(Duration.ofSeconds(1)), naps(Duration.ofMillis(400)));
    }

    @Test
    void aClockThatStandsIsNotWaitedForForEver() throws Exception {
        try (Bench bench = Bench.in(folder)) {
            Timer standing = new Timer() {
                @Override
                public Instant now() {
                    return bench.tenant.now();
                }

                @Override
                public Duration elapsed() {
                    return Duration.ZERO;
                }

                @Override
                public void await(Duration time) {
                }
            };
            assertThrows(RefusedException.class,
                    () -> TimedGo.until(bench.tenant.now().plusSeconds(5), bench.tenant.reader(), standing));
        }
    }
}
