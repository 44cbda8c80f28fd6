package dev.shisa.notify;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Notices when nothing is heard of a run for too long: no wave, no gate, no sentence, and no request that writes. It says so once, and again only
 * after something was heard. Safe for several threads.
 */
final class StallWatch {
    private final Duration bound;
    private final Supplier<Duration> elapsed;
    private final LongSupplier requests;
    private Duration heardAt;
    private long counted;
    private boolean told;

    /**
     * A watch that begins now.
     *
     * @param bound how long nothing may be heard
     * @param elapsed time since some fixed moment
     * @param requests how many requests that write were sent so far
     */
    StallWatch(Duration bound, Supplier<Duration> elapsed, LongSupplier requests) {
        this.bound = bound;
        this.elapsed = elapsed;
        this.requests = requests;
        this.heardAt = elapsed.get();
        this.counted = requests.getAsLong();
    }

    /** Something was heard. */
    synchronized void heard() {
        heardAt = elapsed.get();
        told = false;
    }

    /** Whether it stalls and nobody was told yet; from then on somebody was. */
    synchronized boolean isNewlyStalled() {
        long sent = requests.getAsLong();
        if (sent != counted) {
            counted = sent;
            heard();
        }
        if (told || elapsed.get().minus(heardAt).compareTo(bound) < 0) {
            return false;
        }
        told = true;
        return true;
    }

    Duration bound() {
        return bound;
    }
}
