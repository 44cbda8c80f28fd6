package dev.shisa.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The machine's own clock: the one place where a test waits for real, for some hundredths of a second. */
class SystemTimerTest {
    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration BOUND = Duration.ofSeconds(20);

    private final Timer timer = Timer.system();

    @Test
    void itWaitsThatLong() throws InterruptedException {
        Duration before = timer.elapsed();
        timer.await(SHORT);
        assertTrue(timer.elapsed().minus(before).compareTo(SHORT) >= 0);
        Duration between = timer.elapsed();
        AtomicInteger asked = new AtomicInteger();
        timer.await(SHORT, () -> asked.incrementAndGet() < 0);
        assertTrue(timer.elapsed().minus(between).compareTo(SHORT) >= 0);
        assertTrue(asked.get() >= 1 && asked.get() <= 5, "it sleeps between its questions: " + asked);
    }

    @Test
    void itEndsWhenItIsEnough() {
        AtomicInteger asked = new AtomicInteger();
        assertTimeoutPreemptively(BOUND, () -> timer.await(LONG, () -> asked.incrementAndGet() == 2));
        assertEquals(2, asked.get());
        assertTimeoutPreemptively(BOUND, () -> timer.await(LONG, () -> true));
    }

    @Test
    void itTellsTheTime() {
        Instant before = Instant.now();
        Instant told = timer.now();
        assertFalse(told.isBefore(before));
        assertFalse(told.isAfter(Instant.now()));
    }
}
