package dev.shisa.tenant;

import dev.shisa.catalog.WireCall;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Keeps the requests that are under way at one time below a number, whoever prepares the next ones meanwhile; first come, first served. Safe for several threads. */
public final class NarrowWriter implements TenantWriter {
    /** How long it may take until somebody who waits notices that the work is stopped. */
    private static final long GLANCE_MILLIS = 200;

    private final TenantWriter writer;
    private final Semaphore free;

    /**
     * @param writer who writes
     * @param atOnce how many requests may be under way, from 1
     */
    public NarrowWriter(TenantWriter writer, int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("at least one request has to be under way, not " + atOnce);
        }
        this.writer = writer;
        this.free = new Semaphore(atOnce, true);
    }

    @Override
    public Budget.Permission turn(BooleanSupplier stopped) throws InterruptedException {
        while (!free.tryAcquire(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
            if (stopped.getAsBoolean()) {
                return new Budget.Permission.Refused("it was stopped while it waited for its turn; it was not sent");
            }
        }
        boolean granted = false;
        try {
            Budget.Permission inner = writer.turn(stopped);
            if (inner instanceof Budget.Permission.Granted(Turn turn)) {
                granted = true;
                return new Budget.Permission.Granted(() -> {
                    turn.close();
                    free.release();
                });
            }
            return inner;
        } finally {
            if (!granted) {
                free.release();
            }
        }
    }

    @Override
    public WriteOutcome apply(WireCall call, UUID requestId) {
        return writer.apply(call, requestId);
    }

    @Override
    public String application() {
        return writer.application();
    }
}
