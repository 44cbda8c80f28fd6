package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The first signal ends the writing, the second the waiting; before the first write it ends the command. */
class InterruptionsTest {
    private final Interruptions interruptions = new Interruptions();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream talk = new PrintStream(said, true, StandardCharsets.UTF_8);

    @Test
    void beforeTheFirstWriteTheWorkerIsInterrupted() {
        interruptions.raise("INT", Thread.currentThread(), talk);
        assertTrue(Thread.interrupted());
        assertTrue(interruptions.reason().isPresent(), "and whatever goes on all the same may not write");
    }

    @Test
    void afterItTheFirstSignalHaltsAndTheSecondEndsTheWaiting() {
        interruptions.countedBy(() -> 1);
        assertEquals(Optional.empty(), interruptions.reason());
        interruptions.raise("TERM", Thread.currentThread(), talk);
        assertFalse(Thread.interrupted(), "what is in flight is finished");
        assertEquals(Optional.of("stopped at the terminal or by its session (SIGTERM)"), interruptions.reason());
        assertFalse(interruptions.isAtOnce());
        interruptions.raise("INT", Thread.currentThread(), talk);
        assertTrue(interruptions.isAtOnce());
        assertEquals(2, said.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.isEmpty()).count());
    }

    @Test
    void theNextLineBeginsWithoutTheSignalsOfTheOneBefore() {
        interruptions.raise("INT", Thread.currentThread(), talk);
        assertTrue(Thread.interrupted());
        Interruptions next = interruptions.next();
        assertFalse(next.isRaised());
        interruptions.close();
        interruptions.raise("INT", Thread.currentThread(), talk);
        assertFalse(Thread.interrupted(), "one that came too late means nobody");
    }

    @Test
    void ctrlCEndsALineAndTheOthersTheProcess() {
        interruptions.raise("INT", Thread.currentThread(), talk);
        assertFalse(interruptions.isOver());
        interruptions.raise("HUP", Thread.currentThread(), talk);
        interruptions.raise("INT", Thread.currentThread(), talk);
        assertTrue(interruptions.isOver());
        assertTrue(Thread.interrupted());
    }
}
