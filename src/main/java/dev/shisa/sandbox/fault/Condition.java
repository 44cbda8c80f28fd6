package dev.shisa.sandbox.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A standing state of the tenant, not tied to a request. All that are listed hold at once. */
public sealed interface Condition extends FaultRule {

    /** The name in a fault file. */
    String label();

    /** Two entries with the same subject contradict each other. */
    default String subject() {
        return label();
    }

    /**
     * A write on an object that was written less than that long ago (server time) is refused with 409.
     *
     * @param headers of the refusal, such as {@code Retry-After}
     */
    record RapidWrites(Duration within, Map<String, String> headers) implements Condition {

        static final String LABEL = "rapid-writes";

        @Override
        public String label() {
            return LABEL;
        }
    }

    /** After a licence write all reads of the account show its licences, plans and mailbox as before for that long. */
    record LicenceChangeLate(Duration by) implements Condition {

        static final String LABEL = "licence-change-late";

        @Override
        public String label() {
            return LABEL;
        }
    }

    /** A mailbox that lost its licence stays usable for another 30 days (server time). */
    record DelayedDelicensing() implements Condition {

        static final String LABEL = "delayed-delicensing";

        @Override
        public String label() {
            return LABEL;
        }
    }

    /** What a newcomer takes from a deleted account. */
    enum Taken {
        USER_PRINCIPAL_NAME("userPrincipalName"),
        PROXY_ADDRESS("proxyAddresses");

        private final String label;

        Taken(String label) {
            this.label = label;
        }

        /** Graph's name of the property. */
        public String label() {
            return label;
        }
    }

    /** From the {@code from}-th deleted account on, from 1, an account appears that has taken what belonged to it. */
    record RestoreConflict(Taken of, int from) implements Condition {

        static final String LABEL = "restore-conflict";

        @Override
        public String label() {
            return LABEL;
        }

        @Override
        public String subject() {
            return LABEL + " of " + of.label();
        }
    }

    /** No seat of a product is free, and one that becomes free is gone at once. */
    record NoSeats(String partNumber) implements Condition {

        static final String LABEL = "no-seats";

        @Override
        public String label() {
            return LABEL;
        }

        @Override
        public String subject() {
            return LABEL + " for " + partNumber;
        }
    }

    /** After that many requests all tokens issued so far have expired; with {@code every} again and again. */
    record TokenExpires(int after, boolean every) implements Condition {

        static final String LABEL = "token-expires";

        @Override
        public String label() {
            return LABEL;
        }
    }

    /**
     * The health overview shows a service in that state.
     *
     * @param service an id of the health overview
     * @param status  one of Graph's {@code serviceHealthStatus}
     */
    record ServiceHealth(String service, String status) implements Condition {

        static final String LABEL = "service-health";

        /** The ids and names of the services that the health overview lists. */
        public static final Map<String, String> SERVICES = Map.of("Exchange", "Exchange Online", "OSDPPlatform",
                "Microsoft 365 suite", "microsoft365defender", "Microsoft Entra");

        static final Set<String> STATUSES = Set.of("serviceOperational", "investigating", "restoringService",
                "verifyingService", "serviceRestored", "postIncidentReviewPublished", "serviceDegradation",
                "serviceInterruption", "extendedRecovery", "falsePositive", "investigationSuspended", "resolved",
                "mitigatedExternal", "mitigated", "resolvedExternal", "confirmed", "reported");

        @Override
        public String label() {
            return LABEL;
        }

        @Override
        public String subject() {
            return LABEL + " of " + service;
        }
    }

    /**
     * The service throttles by quotas, on the server's clock. Requests beside Graph have none.
     *
     * @param units              resource units of one application; empty: what is documented for a tenant of this size
     * @param writes             writes of one application
     * @param tenantWrites       writes of all applications together
     * @param reports            requests of one application for audit logs
     * @param mailbox            requests of one application on one mailbox
     * @param mailboxConcurrent  how many of these may be under way at one time, from 1
     * @param decimal            whether waits are told with decimals; otherwise in whole seconds, rounded up
     */
    record Quota(Optional<Allowance> units, Allowance writes, Allowance tenantWrites, Allowance reports,
            Allowance mailbox, int mailboxConcurrent, boolean decimal) implements Condition {

        static final String LABEL = "quota";

        @Override
        public String label() {
            return LABEL;
        }
    }

    /** All names of conditions. */
    List<String> LABELS = List.of(RapidWrites.LABEL, LicenceChangeLate.LABEL, DelayedDelicensing.LABEL,
            RestoreConflict.LABEL, NoSeats.LABEL, TokenExpires.LABEL, ServiceHealth.LABEL, Quota.LABEL);
}
