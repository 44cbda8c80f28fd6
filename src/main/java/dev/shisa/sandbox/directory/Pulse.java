package dev.shisa.sandbox.directory;

import java.time.Instant;

/** What happens in a tenant without being asked for. Called before every request, from many threads. */
@FunctionalInterface
public interface Pulse {

    /** Lets everything happen that is due. Returns when it has taken effect. */
    void play(Instant now);

    /** Nothing ever happens. */
    static Pulse none() {
        return now -> {
        };
    }
}
