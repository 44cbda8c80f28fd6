package dev.shisa.operation;

import dev.shisa.journal.Entry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where it is written down, before a run's journal is begun or gone on with, that somebody works on it. */
@FunctionalInterface
public interface Ledger {
    /**
     * Writes it down; it is on disk when this returns.
     *
     * @param run how the run's journal begins
     * @param application the client id of the application that writes
     * @param authority what allowed it, one phrase each: policies, waivers, approvals
     * @return the digest by which the record can be found again; empty where nothing could be written down and the work goes on all the same
     * @throws IOException when it cannot be; nothing may be done then
     */
    Optional<String> worked(Entry.Opened run, String application, List<String> authority)
            throws IOException, InterruptedException;
}
