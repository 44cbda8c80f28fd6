package dev.shisa.execute;

import dev.shisa.account.Observation;
import dev.shisa.keepsake.KeepsakeLog;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import java.io.IOException;

/** Puts by what an account takes with it, before the first request of a run for it leaves. Safe for several threads. */
@FunctionalInterface
public interface Keepsakes extends AutoCloseable {

    /**
     * Takes the keepsake of an account. An account of which one was taken in this run keeps the first: that is how it was before the run.
     *
     * @param account as it was just seen, before its first request
     * @throws TenantFailure when it cannot be read; nothing may be sent for this account
     * @throws IOException when it cannot be written; nothing may be sent at all any more
     */
    void take(Observation account) throws TenantFailure, IOException;

    @Override
    default void close() throws IOException {
        // Most hold nothing.
    }

    /** For a run that only brings back: its accounts have keepsakes in the run that it brings back. */
    static Keepsakes none() {
        return _ -> {
        };
    }

    /**
     * Read from the tenant and put on disk.
     *
     * @param log the file, closed with the keepsakes
     */
    static Keepsakes into(KeepsakeLog log, TenantReader reader) {
        return new Keepsakes() {
            @Override
            public void take(Observation account) throws TenantFailure, IOException {
                if (!log.holds(account.id())) {
                    log.keep(reader.keepsake(account));
                }
            }

            @Override
            public void close() throws IOException {
                log.close();
            }
        };
    }
}
