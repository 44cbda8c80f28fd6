package dev.shisa.tenant;

import dev.shisa.catalog.WireCall;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Keeps the writes below a pace, however many threads send. Slots follow each other at a fixed distance, so that a thread that wakes up
 * late does not slow down those behind it. Safe for several threads.
 */
public final class PacedWriter implements TenantWriter {
    /** How long it may take until somebody who waits notices that the work is stopped. */
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final TenantWriter writer;
    private final Waiter waiter;
    private final long distance;
    private boolean started;
    private long next;

    /**
     * @param writer who writes
     * @param perSecond writes per second, more than 0
     * @param waiter how to wait
     */
    public PacedWriter(TenantWriter writer, double perSecond, Waiter waiter) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a pace is more than 0 writes per second, not " + perSecond);
        }
        this.writer = writer;
        this.waiter = waiter;
        this.distance = (long) (Duration.ofSeconds(1).toNanos() / perSecond);
    }

    @Override
    public Budget.Permission turn(BooleanSupplier stopped) throws InterruptedException {
        long slot = reserve();
        for (long left = slot - waiter.nanos(); left > 0; left = slot - waiter.nanos()) {
            if (stopped.getAsBoolean()) {
                return new Budget.Permission.Refused("it was stopped while it waited for its turn; it was not sent");
            }
            waiter.pause(Duration.ofNanos(Math.min(left, GLANCE.toNanos())));
        }
        return writer.turn(stopped);
    }

    @Override
    public WriteOutcome apply(WireCall call, UUID requestId) {
        return writer.apply(call, requestId);
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
        return slot;
    }
}
