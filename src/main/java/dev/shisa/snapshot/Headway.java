package dev.shisa.snapshot;
import dev.shisa.text.Text;

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
    private final Consumer<Text> told;
    private long total;
    private long listed;
    private long began;
    private long last;

    /**
     * @param clock tells how time passes; nobody waits
     * @param told takes a sentence every five seconds at most
     */
    public Headway(Waiter clock, Consumer<Text> told) {
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

    private Text sentence(Duration taken) {
        String done = String.format(Locale.ROOT, "%,d", listed);
        String all = String.format(Locale.ROOT, "%,d", total);
        // A tenant may grow while it is listed.
        long left = Math.max(0, total - listed);
        long seconds = Math.round(taken.toMillis() / 1000.0 * left / listed);
        if (seconds == 0) {
            return Text.of("Listed {0} of {1} accounts.", done, all);
        }
        return seconds < 120
                ? Text.of("Listed {0} of {1} accounts, about {2} s to go.", done, all, seconds)
                : Text.of("Listed {0} of {1} accounts, about {2} min to go.", done, all, Math.round(seconds / 60.0));
    }
}
