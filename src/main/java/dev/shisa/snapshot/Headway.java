package dev.shisa.snapshot;

import dev.shisa.tenant.Waiter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells how far the listing of a large tenant has come, and about how long it will still take. Used by one thread. */
public final class Headway {
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    /** The clock is looked at once for so many accounts, so a small tenant is listed without a word. */
    private static final int LOOK = 1_000;

    private final Waiter clock;
    private final Consumer<String> told;
    private long total;
    private long listed;
    private long began;
    private long last;

    /**
     * @param clock tells how time passes; nobody waits
     * @param told takes a sentence every five seconds at most
     */
    public Headway(Waiter clock, Consumer<String> told) {
        this.clock = clock;
        this.told = told;
    }

    /** Tells nobody. */
    public static Headway untold() {
        return new Headway(Waiter.real(), _ -> {
        });
    }

    /** A listing begins of so many accounts, as the service counts them. */
    void begins(long accounts) {
        total = accounts;
        listed = 0;
        began = clock.nanos();
        last = began;
    }

    /** One more account was listed. */
    void listed() {
        listed++;
        if (listed % LOOK == 0) {
            long now = clock.nanos();
            if (now - last >= BETWEEN.toNanos()) {
                last = now;
                told.accept(sentence(Duration.ofNanos(now - began)));
            }
        }
    }

    private String sentence(Duration taken) {
        String sofar = String.format(Locale.ROOT, "Listed %,d of %,d accounts", listed, total);
        // A tenant may grow while it is listed.
        long left = Math.max(0, total - listed);
        long seconds = Math.round(taken.toMillis() / 1000.0 * left / listed);
        return sofar + (seconds == 0 ? "." : ", about " + text(seconds) + " to go.");
    }

    private static String text(long seconds) {
        return seconds < 120 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
    }
}
