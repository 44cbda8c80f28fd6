package dev.shisa.sandbox.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a window lets in on a clock that moves. */
final class SlidingWindowTest {

    private static final Instant START = Instant.parse("2026-04-01T00:00:00.123456789Z");
    private static final Duration PER = Duration.ofSeconds(150);

    private final SlidingWindow window = new SlidingWindow(new Allowance(3_000, PER));

    @Test
    void theLimitIsLetInAndNothingMoreUntilItIsForgotten() {
        for (int i = 1; i <= 3_000; i++) {
            SlidingWindow.Verdict verdict = window.judge(START, 1);
            assertTrue(verdict.within(), "request " + i);
            assertEquals(i / 3_000.0, verdict.used());
        }
        SlidingWindow.Verdict refused = window.judge(START.plus(PER).minusMillis(1), 1);
        assertFalse(refused.within());
        assertTrue(refused.retryAfter().compareTo(Duration.ofMillis(1)) >= 0, refused.toString());
        assertTrue(refused.retryAfter().compareTo(Duration.ofMillis(1_501)) <= 0, refused.toString());
        assertTrue(window.judge(START.plus(PER).minusMillis(1).plus(refused.retryAfter()), 1).within());
    }

    @Test
    void whoeverComesANanosecondBeforeTheWaitIsOverIsRefused() {
        window.judge(START, 3_000);
        Duration retryAfter = window.judge(START, 1).retryAfter();
        assertFalse(window.judge(START.plus(retryAfter).minusNanos(1), 1).within());
        assertTrue(window.judge(START.plus(retryAfter), 1).within());
    }

    @Test
    void whatIsRefusedCounts() {
        window.judge(START, 3_000);
        Instant later = START.plusSeconds(100);
        for (int i = 0; i < 1_000; i++) {
            assertFalse(window.judge(later, 1).within());
        }
        Instant forgotten = START.plus(PER).plusSeconds(2);
        assertTrue(window.judge(forgotten, 2_000).within(), "1,000 that were refused count still");
        assertFalse(window.judge(forgotten, 1).within());
    }

    @Test
    void whatIsRefusedCountsUpToAGreatestUse() {
        window.judge(START, 3_000);
        for (int i = 0; i < 10_000; i++) {
            assertTrue(window.judge(START.plusSeconds(100), 1).used() <= 1.8);
        }
        assertEquals(1.8, window.judge(START.plusSeconds(100), 1).used());
        assertTrue(window.judge(START.plus(PER).plusSeconds(2), 600).within(), "2,400 that were refused count");
    }

    @Test
    void aRequestBeyondTheWholeLimitIsLetInWhenNothingElseCounts() {
        SlidingWindow small = new SlidingWindow(new Allowance(1, Duration.ofSeconds(10)));
        assertTrue(small.judge(START, 5).within());
        SlidingWindow.Verdict refused = small.judge(START, 5);
        assertFalse(refused.within());
        assertTrue(small.judge(START.plus(refused.retryAfter()), 5).within());
    }

    @Test
    void aClockThatGoesBackFreesNothing() {
        window.judge(START, 3_000);
        assertFalse(window.judge(START.minusSeconds(1_000), 1).within());
        assertFalse(window.judge(START.plusSeconds(149), 1).within());
    }

    /** At random moments, with random costs: held against a list of everything that was let in. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noStretchOfThatLengthHoldsMoreThanTheLimit(long seed) {
        record Letting(Instant at, int cost) {
        }
        Random random = new Random(seed);
        SlidingWindow some = new SlidingWindow(new Allowance(500, Duration.ofSeconds(10)));
        Deque<Letting> lettings = new ArrayDeque<>();
        Instant now = START;
        int most = 0;
        for (int i = 0; i < 20_000; i++) {
            now = now.plusNanos((long) (random.nextDouble() * random.nextDouble() * 300_000_000));
            int cost = 1 + random.nextInt(5);
            while (!lettings.isEmpty() && !lettings.getFirst().at().plusSeconds(10).isAfter(now)) {
                lettings.removeFirst();
            }
            int before = lettings.stream().mapToInt(Letting::cost).sum();
            if (some.judge(now, cost).within()) {
                lettings.addLast(new Letting(now, cost));
                assertTrue(before + cost <= 500, before + " and " + cost + " at " + now);
                most = Math.max(most, before + cost);
            }
        }
        assertTrue(most > 300, "the window was hardly used: " + most);
    }
}
