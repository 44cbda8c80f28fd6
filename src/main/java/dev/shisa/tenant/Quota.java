package dev.shisa.tenant;

import java.time.Duration;

/**
 * How much a service takes in any stretch of time of that length.
 *
 * @param limit how much, from 1
 * @param per the length, longer than zero
 */
public record Quota(int limit, Duration per) {
    /** Writes of one application in one tenant, as Microsoft documents them. */
    public static final Quota WRITES = new Quota(3_000, Duration.ofSeconds(150));
    /**
     * Resource units of one application in one tenant of more than 500 users, as Microsoft documents them. Smaller tenants have less (5,000 and 3,500); they
     * have too few accounts to reach that.
     */
    public static final Quota UNITS = new Quota(8_000, Duration.ofSeconds(10));
    /** Requests of one application for the audit log, as Microsoft documents them. */
    public static final Quota REPORTS = new Quota(5, Duration.ofSeconds(10));

    /**
     * @throws IllegalArgumentException when it would let nothing through
     */
    public Quota {
        if (limit < 1 || !per.isPositive()) {
            throw new IllegalArgumentException("no quota: " + limit + " in " + per);
        }
    }

    /** For people. */
    public String describe() {
        return String.format(java.util.Locale.ROOT, "%,d in %s s", limit,
                java.math.BigDecimal.valueOf(per.toMillis(), 3).stripTrailingZeros().toPlainString());
    }
}
