package dev.shisa.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A wait ends when somebody halts, however often a clock was wrapped. */
class HaltingTimerTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Duration waited = Duration.ZERO;
    private boolean halted;
    private boolean atOnce;

    private final Timer clock = new Timer() {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public Duration elapsed() {
            return waited;
        }

        @Override
        public void await(Duration time) {
            waited = waited.plus(time);
        }

        @Override
        public void await(Duration time, BooleanSupplier enough) {
            for (Duration end = waited.plus(time); waited.compareTo(end) < 0 && !enough.getAsBoolean();) {
                waited = waited.plus(SLICE);
                halted = true;
            }
        }
    };

    private final Halt halt = new Halt() {
        @Override
        public Optional<String> reason() {
            return halted ? Optional.of("people call") : Optional.empty();
        }

        @Override
        public boolean isAtOnce() {
            return atOnce;
        }
    };

    private final HaltingTimer wrappedTwice = new HaltingTimer(new HaltingTimer(clock, halt), halt);

    @Test
    void aHaltEndsTheWaitForTheNextRequest() throws InterruptedException {
        assertFalse(wrappedTwice.awaitWriting(MINUTE));
        assertEquals(Timer.SLICE, waited);
    }

    @Test
    void aHaltAtOnceIsNoInterruptionOfWhoeverAsksWhetherItMayWrite() throws InterruptedException {
        atOnce = true;
        halted = true;
        assertFalse(wrappedTwice.awaitWriting(MINUTE));
    }

    @Test
    void aLookIsAwaitedUnlessNobodyWaitsAnyLonger() throws InterruptedException {
        wrappedTwice.await(MINUTE);
        assertTrue(halted);
        assertEquals(MINUTE, waited);
        atOnce = true;
        assertThrows(InterruptedException.class, () -> wrappedTwice.await(MINUTE));
        assertEquals(MINUTE, waited);
    }
}
