package dev.shisa.sandbox.fault;

import java.time.Duration;

/** What the quotas say to a request. */
public sealed interface Admission {

    /** Which limit was reached. */
    enum Limit {
        UNITS,
        WRITES,
        TENANT_WRITES,
        REPORTS,
        MAILBOX,
        MAILBOX_CONCURRENCY
    }

    /**
     * Let in. Whoever asked tells {@link QuotaDesk#leave} when the request is over.
     *
     * @param units resource units that it takes; 0 where none are counted
     * @param used  share of the most used limit that is in use with it
     */
    record Granted(int units, double used) implements Admission {
    }

    /**
     * Refused.
     *
     * @param limit the one for which it must wait longest
     * @param units resource units that it takes all the same; 0 where none are counted
     * @param used  share of that limit that is in use with it
     * @param retryAfter longer than zero
     */
    record Throttled(Limit limit, int units, double used, Duration retryAfter) implements Admission {
    }
}
