package dev.shisa.graph;

import dev.shisa.text.Text;
import com.netflix.concurrency.limits.Limiter;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limiter.BlockingLimiter;
import com.netflix.concurrency.limits.limiter.SimpleLimiter;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How many reads are on their way at one time: one more while answers come and all places are in use, half as many when one is throttled, cut or slow.
 * Bounded both ways. Safe for several threads.
 */
final class Outstanding {
    static final int FIRST = 8;
    static final int MOST = 32;
    private static final double HALF = 0.5;
    private static final Duration SLOW = Duration.ofSeconds(10);
    /** Longer than a request may take. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final AIMDLimit limit = AIMDLimit.newBuilder().initialLimit(FIRST).minLimit(1).maxLimit(MOST)
            .backoffRatio(HALF).timeout(SLOW.toNanos(), TimeUnit.NANOSECONDS).build();
    private final Limiter<String> limiter = BlockingLimiter
            .wrap(SimpleLimiter.newBuilder().limit(limit).<String>build(), LONGEST_WAIT);

    /** A place on the way, given back in one of three ways, once. */
    record Place(Limiter.Listener listener) {
        /** An answer came, whatever it says. */
        void answered() {
            listener.onSuccess();
        }

        /** It was throttled, or no answer came. */
        void refused() {
            listener.onDropped();
        }

        /** Nothing was found out. */
        void unused() {
            listener.onIgnore();
        }
    }

    /**
     * Waits for a place.
     *
     * @throws TenantFailure when the thread is to stop, or none becomes free in the time that any request may take
     */
    Place take() throws TenantFailure {
        return new Place(limiter.acquire("").orElseThrow(() -> new TenantFailure(Reason.UNREACHABLE,
                Thread.currentThread().isInterrupted()
                        ? Text.of("Stopped while waiting for the service.")
                        : Text.of("The service left too many questions without an answer."))));
    }

    /** A part of what was answered was throttled. */
    void refused() {
        limit.onSample(System.nanoTime(), 0, limit.getLimit(), true);
    }

    /** How many there may be now. */
    int limit() {
        return limit.getLimit();
    }
}
