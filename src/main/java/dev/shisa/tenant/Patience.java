package dev.shisa.tenant;

import dev.shisa.text.Text;
import java.time.Duration;
import java.util.Optional;

/** How often and how long one question is asked again. For one question, and for one thread. */
public final class Patience {
    private static final int TRIES = 6;
    /** How long one question may wait, all its tries together. */
    public static final Duration BUDGET = Duration.ofMinutes(2);

    private final Waiter waiter;
    private int tries = 1;
    private Duration waited = Duration.ZERO;

    /** Fresh patience.
     *
     * @param waiter how to wait
     */
    public Patience(Waiter waiter) {
        this.waiter = waiter;
    }

    /** The questions asked so far. */
    public int tries() {
        return tries;
    }

    /**
     * Waits before the next try.
     *
     * @param asked how long the service asks to wait; without it the waits double, beginning with one second
     * @param limit no more tries than this
     * @return false, at once, when the tries are used up or the wait is longer than what is left of the budget
     * @throws TenantFailure when the thread is to stop
     */
    public boolean again(Optional<Duration> asked, int limit) throws TenantFailure {
        Duration wait = asked.orElse(Duration.ofSeconds(1L << (tries - 1)));
        Duration total = waited.plus(wait);
        if (tries >= Math.min(TRIES, limit) || total.compareTo(BUDGET) > 0) {
            return false;
        }
        try {
            waiter.pause(wait);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TenantFailure(TenantFailure.Reason.UNREACHABLE,
                    Text.of("Stopped while waiting for the service."));
        }
        waited = total;
        tries++;
        return true;
    }

    /** The same with no limit but its own. */
    public boolean again(Optional<Duration> asked) throws TenantFailure {
        return again(asked, TRIES);
    }
}
