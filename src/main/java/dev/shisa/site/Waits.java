package dev.shisa.site;

import java.time.Duration;

/**
 * Upper bounds of what is waited for.
 *
 * @param within the longest wait for a change to become visible
 * @param reread the distance between two looks at the same thing
 * @param audit the longest wait for a record of the service's audit log to appear
 */
public record Waits(Duration within, Duration reread, Duration audit) {
    /** How often a thing is looked at within the longest wait; at least once. */
    public int looks() {
        return times(within);
    }

    /** How often the audit log is read until whatever it does not tell by then counts as not told. */
    public int auditLooks() {
        return times(audit);
    }

    private int times(Duration bound) {
        return (int) Math.max(1, bound.dividedBy(reread)) + 1;
    }
}
