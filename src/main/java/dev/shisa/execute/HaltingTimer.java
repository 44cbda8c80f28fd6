package dev.shisa.execute;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** A clock whose waits end soon after somebody wants the work to stop at once. */
public final class HaltingTimer implements Timer {
    private final Timer timer;
    private final Halt halt;

    /**
     * Waits on that clock.
     *
     * @param timer the clock
     * @param halt asked between the slices of a wait
     */
    public HaltingTimer(Timer timer, Halt halt) {
        this.timer = timer;
        this.halt = halt;
    }

    @Override
    public Instant now() {
        return timer.now();
    }

    @Override
    public Duration elapsed() {
        return timer.elapsed();
    }

    /**
     * Waits that long.
     *
     * @throws InterruptedException when nobody wants to wait any longer
     */
    @Override
    public void await(Duration time) throws InterruptedException {
        await(time, () -> false);
    }

    /**
     * Waits that long, or until it is enough.
     *
     * @throws InterruptedException when nobody wants to wait any longer, and it is not enough
     */
    @Override
    public void await(Duration time, BooleanSupplier enough) throws InterruptedException {
        timer.await(time, () -> halt.isAtOnce() || enough.getAsBoolean());
        if (halt.isAtOnce() && !enough.getAsBoolean()) {
            throw new InterruptedException("nobody waits any longer");
        }
    }

    /**
     * Waits that long, or until no further request may be sent.
     *
     * @return whether requests may still be sent
     */
    public boolean awaitWriting(Duration time) throws InterruptedException {
        timer.await(time, () -> halt.reason().isPresent());
        return halt.reason().isEmpty();
    }
}
