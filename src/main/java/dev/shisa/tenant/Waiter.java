package dev.shisa.tenant;

import java.time.Duration;

/** Local waiting, handed in so that a test does not really wait. The clock is monotonic and knows no time of day. Safe for several threads. */
public interface Waiter {

    /** Nanoseconds since some fixed point. */
    long nanos();

    /**
     * Waits.
     *
     * @param duration how long; nothing happens when it is not positive
     * @throws InterruptedException when somebody wants the thread to stop
     */
    void pause(Duration duration) throws InterruptedException;

    /** The clock of this machine. */
    static Waiter real() {
        return new Waiter() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                if (duration.isPositive()) {
                    Thread.sleep(duration);
                }
            }
        };
    }
}
