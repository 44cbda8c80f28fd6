package dev.shisa.tenant;

import java.time.Duration;
import java.util.Arrays;

/**
 * What was spent of one quota within its length, on a monotonic clock. Time in which nothing was sent is not lost. The length is cut into slices; what was
 * spent is forgotten by the slice, two to three hundredths of the length late: the service may count later than the answer says, and cuts its
 * time in a way that nobody documents. Not safe for several threads.
 */
final class SpentWindow {
    private static final int SLICES = 100;
    /** Slices beyond the length of the quota. */
    private static final int LATE = 2;
    private static final Duration FIRST_WITHOUT_ANSWER = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 5;

    private final Quota quota;
    private final long slice;
    private final long[] spent = new long[SLICES + LATE + 1];
    private boolean binding;
    private long newest = Long.MIN_VALUE;
    private long sum;
    private long underWay;
    private boolean held;
    private long heldUntil;
    private int unexplained;

    /**
     * An empty window.
     *
     * @param binding whether it limits from the beginning; otherwise only once the service has refused something
     */
    SpentWindow(Quota quota, boolean binding) {
        this.quota = quota;
        this.slice = Math.max(1, Math.ceilDiv(quota.per().toNanos(), SLICES));
        this.binding = binding;
    }

    Quota quota() {
        return quota;
    }

    /** How long the service wants nothing of this kind, in nanoseconds; 0 when it does not say so. */
    long held(long now) {
        if (held && heldUntil - now <= 0) {
            held = false;
        }
        return held ? heldUntil - now : 0;
    }

    /** How long until so much more may be under way, in nanoseconds; 0 when at once. Something larger than the quota may go when nothing else counts. */
    long full(long now, int cost) {
        forget(now);
        if (!binding || cost == 0 || sum + underWay == 0 || sum + underWay + cost <= quota.limit()) {
            return 0;
        }
        long left = sum + underWay;
        for (long oldest = newest - SLICES - LATE; oldest <= newest; oldest++) {
            left -= spent[place(oldest)];
            if (left + cost <= quota.limit()) {
                return Math.max(1, (oldest + SLICES + LATE + 1) * slice - now);
            }
        }
        // All of it is under way: nobody can say for how long.
        return slice;
    }

    void enter(int cost) {
        underWay += cost;
    }

    void leave(long now, int cost) {
        forget(now);
        underWay -= cost;
        spent[place(newest)] += cost;
        sum += cost;
    }

    /** The service refused something. Whoever was sent before it did may be refused as well, and lengthens nothing. */
    void refused(long now, java.util.Optional<Duration> retryAfter) {
        binding = true;
        if (retryAfter.isEmpty() && held(now) > 0) {
            return;
        }
        Duration wait = retryAfter
                .orElseGet(() -> FIRST_WITHOUT_ANSWER.multipliedBy(1L << Math.min(unexplained++, MOST_DOUBLINGS)));
        long until = now + wait.toNanos();
        if (!held || until - heldUntil > 0) {
            held = true;
            heldUntil = until;
        }
    }

    /** The service took something. */
    void taken() {
        unexplained = 0;
    }

    private void forget(long now) {
        long current = Math.max(newest, Math.floorDiv(now, slice));
        if (newest == Long.MIN_VALUE || current - newest >= spent.length) {
            Arrays.fill(spent, 0);
            sum = 0;
        } else {
            for (long passed = newest + 1; passed <= current; passed++) {
                sum -= spent[place(passed)];
                spent[place(passed)] = 0;
            }
        }
        newest = current;
    }

    private int place(long number) {
        return (int) Math.floorMod(number, (long) spent.length);
    }
}
