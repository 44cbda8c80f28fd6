package dev.shisa.execute;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Local time: for waiting and for what people read. Deadlines and expiries go by the service's clock instead. */
public interface Timer {
    /** How long it may take until it is noticed that it is enough. */
    Duration SLICE = Duration.ofMillis(200);

    /** Local time now. */
    Instant now();

    /** Time since some fixed moment, on a clock that nobody sets and that stands still while the machine sleeps. */
    Duration elapsed();

    /** Waits that long. */
    void await(Duration time) throws InterruptedException;

    /**
     * Waits that long, or until it is enough.
     *
     * @param time how long at most
     * @param enough whether nobody needs to wait any longer; asked a few times a second where the waiting takes real time
     */
    default void await(Duration time, BooleanSupplier enough) throws InterruptedException {
        if (!enough.getAsBoolean()) {
            await(time);
        }
    }

    /** The machine's own clock. */
    static Timer system() {
        return new Timer() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public Duration elapsed() {
                return Duration.ofNanos(System.nanoTime());
            }

            @Override
            public void await(Duration time) throws InterruptedException {
                Thread.sleep(time);
            }

            @Override
            public void await(Duration time, BooleanSupplier enough) throws InterruptedException {
                long end = System.nanoTime() + time.toNanos();
                for (long left = time.toNanos(); left > 0 && !enough.getAsBoolean(); left = end - System.nanoTime()) {
                    Thread.sleep(Duration.ofNanos(Math.min(left, SLICE.toNanos())));
                }
            }
        };
    }
}
