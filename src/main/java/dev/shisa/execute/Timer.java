package dev.shisa.execute;

import java.time.Duration;
import java.time.Instant;

/** Local time: for waiting and for what people read. Deadlines and expiries go by the service's clock instead. */
public interface Timer {

    /** Local time now. */
    Instant now();

    /** Time since some fixed moment, on a clock that nobody sets and that stands still while the machine sleeps. */
    Duration elapsed();

    /** Waits that long. */
    void await(Duration time) throws InterruptedException;

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
        };
    }
}
