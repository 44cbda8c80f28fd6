package dev.shisa.sandbox.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Counts what was asked for within the last while and judges each request by it: of what is let in, no stretch of that
 * length ever holds more than the limit. What is refused counts like what is let in, up to 1.8 times the limit, the
 * greatest use that Graph documents to tell of.
 *
 * <p>The while is cut into slices; what was counted in a slice is forgotten as a whole, up to a hundredth of the while
 * late and never early. Knows no clock: moments are handed in. Not thread-safe.
 */
final class SlidingWindow {

    /** The greatest use that is counted, as a share of the limit. */
    private static final double GREATEST_USE = 1.8;
    private static final int SLICES = 100;

    /**
     * What becomes of a request.
     *
     * @param within whether it is let in
     * @param used   share of the limit that is in use with it, from 0 to 1.8
     * @param retryAfter how long until the same would be let in if nothing else is asked meanwhile; zero if it is let in
     */
    record Verdict(boolean within, double used, Duration retryAfter) {
    }

    private final int limit;
    private final long slice;
    private final int[] counted = new int[SLICES + 1];
    private long newest = Long.MIN_VALUE;
    private long sum;

    /** With a length of a whole number of slices of at least one nanosecond; longer by less than a slice if need be. */
    SlidingWindow(Allowance allowance) {
        this.limit = allowance.limit();
        this.slice = Math.max(1, Math.ceilDiv(allowance.per().toNanos(), SLICES));
    }

    /**
     * Judges a request and counts it. A request that is greater than the whole limit is let in when nothing else counts.
     *
     * @param now  not before the moments handed in earlier; an earlier one is taken for the last
     * @param cost from 0
     */
    Verdict judge(Instant now, int cost) {
        long nanos = nanos(now);
        forget(Math.max(newest, Math.floorDiv(nanos, slice)));
        boolean within = sum == 0 || sum + cost <= limit;
        long added = within ? cost : Math.clamp((long) (GREATEST_USE * limit) - sum, 0, cost);
        counted[place(newest)] += (int) added;
        sum += added;
        double used = Math.min(GREATEST_USE, (double) sum / limit);
        return new Verdict(within, used, within ? Duration.ZERO : Duration.ofNanos(untilForgotten(nanos, cost)));
    }

    private void forget(long current) {
        if (newest == Long.MIN_VALUE || current - newest > SLICES) {
            Arrays.fill(counted, 0);
            sum = 0;
        } else {
            for (long passed = newest + 1; passed <= current; passed++) {
                sum -= counted[place(passed)];
                counted[place(passed)] = 0;
            }
        }
        newest = current;
    }

    /** Until as much is forgotten as must be for the cost. */
    private long untilForgotten(long nanos, int cost) {
        long left = sum;
        for (long oldest = newest - SLICES; oldest <= newest; oldest++) {
            left -= counted[place(oldest)];
            if (left == 0 || left + cost <= limit) {
                return Math.max(1, (oldest + SLICES + 1) * slice - nanos);
            }
        }
        throw new IllegalStateException("the slices hold less than their sum: " + left + " is left");
    }

    private static int place(long number) {
        return (int) Math.floorMod(number, SLICES + 1L);
    }

    /** Since 1970; enough for 292 years. */
    private static long nanos(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000_000L), moment.getNano());
    }
}
