package dev.shisa.notify;

import java.time.Duration;
import java.util.List;

/**
 * Whom to tell, and when a run counts as stalled.
 *
 * @param stalledAfter how long nothing may be heard of a run, more than nothing
 * @param all in the order of the file
 */
public record Hooks(Duration stalledAfter, List<Hook> all) {
    /** How long nothing may be heard of a run where the file does not say. */
    static final Duration STALLED_AFTER = Duration.ofMinutes(10);

    public Hooks {
        all = List.copyOf(all);
    }

    /** Nobody is told anything. */
    public static Hooks none() {
        return new Hooks(STALLED_AFTER, List.of());
    }
}
