package dev.shisa.tenant;

import dev.shisa.catalog.WireCall;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.UUID;

/**
 * Keeps the writes below a pace, however many threads send. Slots follow each other at a fixed distance, so that a thread that wakes up
 * late does not slow down those behind it. Safe for several threads.
 */
public final class PacedWriter implements TenantWriter {
    private final TenantWriter writer;
    private final Waiter waiter;
    private final long distance;
    private final BooleanSupplier stopped;
    private boolean started;
    private long next;

    /**
     * @param writer who writes
     * @param perSecond writes per second, more than 0
     * @param waiter how to wait
     * @param stopped whether nothing may be sent any more; asked once more when a request's turn has come
     */
    public PacedWriter(TenantWriter writer, double perSecond, Waiter waiter, BooleanSupplier stopped) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a pace is more than 0 writes per second, not " + perSecond);
        }
        this.writer = writer;
        this.waiter = waiter;
        this.stopped = stopped;
        this.distance = (long) (Duration.ofSeconds(1).toNanos() / perSecond);
    }

    @Override
    public WriteOutcome apply(WireCall call, UUID requestId) {
        try {
            waiter.pause(Duration.ofNanos(reserve()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notSent(call);
        }
        return stopped.getAsBoolean() ? notSent(call) : writer.apply(call, requestId);
    }

    private static WriteOutcome notSent(WireCall call) {
        return new WriteOutcome.Rejected(0, "", 0,
                call.describe() + " was stopped while it waited for its turn; it was not sent.");
    }

    @Override
    public String application() {
        return writer.application();
    }

    private synchronized long reserve() {
        long now = waiter.nanos();
        long slot = started && next - now > 0 ? next : now;
        started = true;
        next = slot + distance;
        return slot - now;
    }
}
