package dev.shisa.audit;

import java.util.Optional;

/** Takes heads of the log to a place where whoever can write the store cannot reach them. */
@FunctionalInterface
public interface Anchor {
    /**
     * Keeps a head elsewhere.
     *
     * @param head digest of a record
     * @return why it is not kept, a sentence; empty when it is
     * @throws InterruptedException when the thread is asked to stop while it waits
     */
    Optional<String> keep(String head) throws InterruptedException;

    /** A site that keeps no heads elsewhere. */
    static Anchor none() {
        return _ -> Optional.empty();
    }
}
