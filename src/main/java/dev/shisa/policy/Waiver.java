package dev.shisa.policy;

import java.time.Instant;

/**
 * A signed exception from one policy.
 *
 * @param name what it is called, in all folders together once
 * @param policy the policy it speaks of
 * @param tenantId the tenant it holds in
 * @param maximumCount for how many targets of one plan at most
 * @param reason why
 * @param requester who asked for it
 * @param expires until when, by the service's clock
 * @param digest SHA-256 of its file, in hexadecimal
 */
public record Waiver(String name, String policy, String tenantId, long maximumCount, String reason, String requester,
        Instant expires, String digest) {

    /** Whether it lets a plan pass that this policy refuses. */
    boolean covers(String refusing, String tenant, long targets, Instant now) {
        return policy.equals(refusing) && tenantId.equals(tenant) && targets <= maximumCount && now.isBefore(expires);
    }

    /** One line for plans, reports and the audit log. */
    public String line() {
        return name + ": " + policy + " is waived for at most " + maximumCount + " accounts until " + expires + ": "
                + reason;
    }
}
