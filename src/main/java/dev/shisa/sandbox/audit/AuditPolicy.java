package dev.shisa.sandbox.audit;

import java.time.Duration;

/**
 * How soon the log tells, and whether it does at all.
 *
 * @param delay  from an event to the moment when its records can be read
 * @param silent the log answers empty, whatever happened
 */
public record AuditPolicy(Duration delay, boolean silent) {

    /** Everything, at once. */
    public static final AuditPolicy PROMPT = new AuditPolicy(Duration.ZERO, false);
}
