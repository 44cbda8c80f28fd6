package dev.shisa.tenant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits by moving its own clock, and remembers each wait. */
public final class RecordingWaiter implements Waiter {
    private final List<Duration> pauses = new ArrayList<>();
    private long nanos;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void pause(Duration duration) {
        pauses.add(duration);
        nanos += Math.max(0, duration.toNanos());
    }

    /** Every wait so far. */
    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    /** Lets time pass without anybody waiting. */
    public synchronized void pass(Duration duration) {
        nanos += duration.toNanos();
    }
}
