package dev.shisa.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One record of the audit log. Every invocation that could have written has a {@link Begun} and, unless it died, an {@link Ended}. */
public sealed interface AuditEntry {

    /** Local time. */
    Instant at();

    /** Name of the invocation; the same in all its records. */
    String invocation();

    /**
     * Somebody typed a command line that can write. On disk before anything else is done.
     *
     * @param by the user of the operating system, and the process
     * @param command noun and verb
     * @param words as typed; no secret can be typed
     * @param tenantId which tenant is meant; empty where that cannot be told
     * @param kind what is at stake there
     */
    record Begun(Instant at, String invocation, String by, String command, List<String> words,
            Optional<String> tenantId, String kind) implements AuditEntry {
        public Begun {
            words = List.copyOf(words);
        }
    }

    /**
     * It works on a run. On disk before the run's journal is begun or gone on with, so a run without such a record is not of this log.
     *
     * @param run name of the run
     * @param kindOfRun run, rehearsal or undo
     * @param plan name of the plan; of the run that is brought back, for an undo
     * @param planDigest digest of what it rests on
     * @param application the client id of the application that writes
     * @param authority what allowed it, one phrase each: policies, waivers, approvals
     */
    record Worked(Instant at, String invocation, String run, String kindOfRun, String plan, String planDigest,
            String application, List<String> authority) implements AuditEntry {
        public Worked {
            authority = List.copyOf(authority);
        }
    }

    /**
     * It came to its end.
     *
     * @param status the word of the result
     * @param exitCode of the process
     * @param domain the tenant's default domain; empty where it never answered
     * @param kind what is at stake there
     * @param plan name of the plan
     * @param run name of the run
     * @param journalHead digest of the last record of the run's journal
     * @param targets accounts that remained
     * @param writeCalls writing requests sent
     * @param judgements facets by outcome
     * @param refusals why nothing was done, or not all of it
     * @param unheard how many notices of the run reached nobody
     */
    record Ended(Instant at, String invocation, String status, int exitCode, Optional<String> domain, String kind,
            Optional<String> plan, Optional<String> run, Optional<String> journalHead, int targets, long writeCalls,
            SortedMap<String, Long> judgements, List<String> refusals, int unheard) implements AuditEntry {
        public Ended {
            judgements = new TreeMap<>(Map.copyOf(judgements));
            refusals = List.copyOf(refusals);
        }
    }
}
