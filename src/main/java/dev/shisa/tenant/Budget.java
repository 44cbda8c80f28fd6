package dev.shisa.tenant;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What all requests of this process to one service share: its quotas as a ceiling, and its wish that nothing more comes for a while. A refusal of one
 * request holds back all others that the same quota counts. Safe for several threads.
 */
public final class Budget {
    /** The longest that a write waits. Whoever would have to wait longer says so and stops. */
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /** Shorter waits are nobody's business. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);
    /** How long it may take until somebody who waits notices that it is over, or that the work is stopped. */
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Waiter waiter;
    private final Listener told;
    private final Map<Scope, SpentWindow> windows = new EnumMap<>(Scope.class);
    private long quietUntil;
    private boolean quiet;

    /** What a quota counts. */
    public enum Scope {
        /** Resource units of reads and writes. */
        UNITS("resource units"),
        /** Writing requests. */
        WRITES("writes"),
        /** Requests for the audit log. */
        REPORTS("requests for the audit log");

        private final String words;

        Scope(String words) {
            this.words = words;
        }
    }

    /** Whether a request may leave. */
    public sealed interface Permission {

        /**
         * It may, now.
         *
         * @param turn to be closed when its answer came
         */
        record Granted(Turn turn) implements Permission {
        }

        /**
         * It may not.
         *
         * @param why a sentence
         */
        record Refused(String why) implements Permission {
        }
    }

    /**
     * A budget of which nothing is spent.
     *
     * @param writes how many writes the service takes
     * @param binding whether the quotas limit from the beginning; otherwise each only once the service has refused something that it counts
     * @param waiter how to wait
     * @param told told why somebody waits, for each wait that is worth it; by one thread at a time
     */
    public Budget(Quota writes, boolean binding, Waiter waiter, Listener told) {
        this.waiter = waiter;
        this.told = told;
        windows.put(Scope.WRITES, new SpentWindow(writes, binding));
        windows.put(Scope.UNITS, new SpentWindow(Quota.UNITS, binding));
        windows.put(Scope.REPORTS, new SpentWindow(Quota.REPORTS, binding));
    }

    /** Hears of waits. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Requests have to wait.
         *
         * @param wait how long, by what is known now
         * @param why the reason, as a phrase
         */
        void waiting(Duration wait, String why);
    }

    /** A budget that limits nothing until the service refuses something, and tells nobody. */
    public static Budget silent(Waiter waiter) {
        return new Budget(Quota.WRITES, false, waiter, (_, _) -> {
        });
    }

    /**
     * Waits until it may leave.
     *
     * @param cost what it takes
     * @param longest how long it waits at most, by what is known when it begins to
     * @param stopped whether nobody wants it to be sent any more; asked a few times a second
     * @throws InterruptedException when the thread is to stop
     */
    public Permission take(Cost cost, Duration longest, BooleanSupplier stopped) throws InterruptedException {
        while (true) {
            if (stopped.getAsBoolean()) {
                return new Permission.Refused("it was stopped while it waited for its turn; it was not sent");
            }
            Wait wait;
            synchronized (this) {
                wait = longest(cost);
                if (wait.nanos <= 0) {
                    windows.forEach((scope, window) -> window.enter(cost.of(scope)));
                    return new Permission.Granted(turn(cost));
                }
                if (wait.nanos > longest.toNanos()) {
                    return new Permission.Refused("it was not sent; it would have to wait " + seconds(wait.nanos) + ": "
                            + wait.why + "; it waits " + seconds(longest.toNanos()) + " at most");
                }
                tell(wait);
            }
            waiter.pause(Duration.ofNanos(Math.min(wait.nanos, GLANCE.toNanos())));
        }
    }

    /**
     * The service refused something for now.
     *
     * @param scope what counted it
     * @param retryAfter how long the service asks to wait; without it the waits double from one refusal to the next, beginning with two seconds
     */
    public synchronized void refused(Scope scope, Optional<Duration> retryAfter) {
        window(scope).refused(waiter.nanos(), retryAfter);
    }

    /** The service took something that this quota counts. */
    public synchronized void taken(Scope scope) {
        window(scope).taken();
    }

    private SpentWindow window(Scope scope) {
        return Optional.ofNullable(windows.get(scope)).orElseThrow();
    }

    /** How long, and why. */
    private record Wait(long nanos, String why) {
    }

    private Wait longest(Cost cost) {
        long now = waiter.nanos();
        Wait longest = new Wait(0, "");
        for (Map.Entry<Scope, SpentWindow> entry : windows.entrySet()) {
            int mine = cost.of(entry.getKey());
            if (mine > 0) {
                long held = entry.getValue().held(now);
                if (held > longest.nanos) {
                    longest = new Wait(held, "the service asks for it (429)");
                }
                long full = entry.getValue().full(now, mine);
                if (full > longest.nanos) {
                    longest = new Wait(full,
                            "the quota of " + entry.getKey().words + ", " + entry.getValue().quota().describe());
                }
            }
        }
        return longest;
    }

    /** Many wait for the same thing at once; one of them tells. */
    private void tell(Wait wait) {
        long now = waiter.nanos();
        if (quiet && quietUntil - now <= 0) {
            quiet = false;
        }
        if (!quiet && wait.nanos >= WORTH_TELLING.toNanos()) {
            quiet = true;
            quietUntil = now + wait.nanos;
            told.waiting(Duration.ofNanos(wait.nanos), wait.why);
        }
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }

    private Turn turn(Cost cost) {
        return new Turn() {
            private boolean closed;

            @Override
            public void close() {
                synchronized (Budget.this) {
                    if (!closed) {
                        closed = true;
                        windows.forEach((scope, window) -> window.leave(waiter.nanos(), cost.of(scope)));
                    }
                }
            }
        };
    }
}
