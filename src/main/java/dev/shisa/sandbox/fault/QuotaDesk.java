package dev.shisa.sandbox.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The quotas of a tenant with what they have counted. Thread-safe: requests are judged one after another.
 *
 * <p>Of single mailboxes it remembers the 20,000 that were asked for last.
 */
public final class QuotaDesk {

    private static final int MAILBOXES = 20_000;
    /** Microsoft does not say for how long a client is told to wait when too many requests are under way. */
    private static final Duration UNTIL_ONE_IS_OVER = Duration.ofSeconds(1);
    private static final Duration UNITS_PERIOD = Duration.ofSeconds(10);

    private record Key(Admission.Limit limit, String application) {
    }

    private final Condition.Quota quota;
    private final Allowance units;
    private final Map<Key, SlidingWindow> windows = new HashMap<>();
    private final SequencedMap<Demand.OfMailbox, SlidingWindow> mailboxes = new LinkedHashMap<>(16, 0.75F, true);
    private final Map<Demand.OfMailbox, Integer> underWay = new HashMap<>();

    /** For a tenant of so many accounts. */
    QuotaDesk(Condition.Quota quota, int accounts) {
        this.quota = quota;
        this.units = quota.units().orElseGet(() -> unitsOf(accounts));
    }

    /** What is documented for a tenant of so many users: S below 50, M up to 500, L above. */
    static Allowance unitsOf(int accounts) {
        if (accounts < 50) {
            return new Allowance(3_500, UNITS_PERIOD);
        }
        return new Allowance(accounts <= 500 ? 5_000 : 8_000, UNITS_PERIOD);
    }

    /** Whether waits are told with decimals. */
    public boolean decimal() {
        return quota.decimal();
    }

    /** Judges a request and counts it, whether it is let in or not. */
    public synchronized Admission enter(Demand demand, Instant now) {
        return switch (demand) {
            case Demand.Free() -> new Admission.Granted(0, 0);
            case Demand.OfDirectory directory -> directory(directory, now);
            case Demand.OfReports(String application) -> refusal(Admission.Limit.REPORTS, 0,
                    window(Admission.Limit.REPORTS, application, quota.reports()).judge(now, 1));
            case Demand.OfMailbox mailbox -> mailbox(mailbox, now);
        };
    }

    /** A request that was let in is over. */
    public synchronized void leave(Demand demand) {
        if (demand instanceof Demand.OfMailbox mailbox) {
            underWay.computeIfPresent(mailbox, (key, count) -> count > 1 ? count - 1 : null);
        }
    }

    private Admission directory(Demand.OfDirectory demand, Instant now) {
        Admission first = refusal(Admission.Limit.UNITS, demand.units(),
                window(Admission.Limit.UNITS, demand.application(), units).judge(now, demand.units()));
        if (demand.writes() == 0) {
            return first;
        }
        return worst(List.of(first,
                refusal(Admission.Limit.WRITES, demand.units(),
                        window(Admission.Limit.WRITES, demand.application(), quota.writes()).judge(now,
                                demand.writes())),
                refusal(Admission.Limit.TENANT_WRITES, demand.units(),
                        window(Admission.Limit.TENANT_WRITES, "", quota.tenantWrites()).judge(now, demand.writes()))));
    }

    private Admission mailbox(Demand.OfMailbox demand, Instant now) {
        SlidingWindow window = mailboxes.computeIfAbsent(demand, key -> new SlidingWindow(quota.mailbox()));
        if (mailboxes.size() > MAILBOXES) {
            mailboxes.pollFirstEntry();
        }
        Admission asked = refusal(Admission.Limit.MAILBOX, 0, window.judge(now, 1));
        if (asked instanceof Admission.Throttled) {
            return asked;
        }
        int others = underWay.getOrDefault(demand, 0);
        if (others >= quota.mailboxConcurrent()) {
            return new Admission.Throttled(Admission.Limit.MAILBOX_CONCURRENCY, 0, 1, UNTIL_ONE_IS_OVER);
        }
        underWay.put(demand, others + 1);
        return asked;
    }

    private SlidingWindow window(Admission.Limit limit, String application, Allowance allowance) {
        return windows.computeIfAbsent(new Key(limit, application), key -> new SlidingWindow(allowance));
    }

    private static Admission refusal(Admission.Limit limit, int units, SlidingWindow.Verdict verdict) {
        return verdict.within()
                ? new Admission.Granted(units, verdict.used())
                : new Admission.Throttled(limit, units, verdict.used(), verdict.retryAfter());
    }

    /** The refusal with the longest wait; if there is none, the grant that comes nearest to its limit. */
    private static Admission worst(List<Admission> all) {
        Optional<Admission> refused = all.stream().filter(Admission.Throttled.class::isInstance)
                .max((one, two) -> retryAfter(one).compareTo(retryAfter(two)));
        return refused.orElseGet(() -> all.stream().max((one, two) -> Double.compare(used(one), used(two)))
                .orElseThrow());
    }

    private static Duration retryAfter(Admission admission) {
        return admission instanceof Admission.Throttled throttled ? throttled.retryAfter() : Duration.ZERO;
    }

    private static double used(Admission admission) {
        return switch (admission) {
            case Admission.Granted granted -> granted.used();
            case Admission.Throttled throttled -> throttled.used();
        };
    }
}
