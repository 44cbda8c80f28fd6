package dev.shisa.journal;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.catalog.WireCall;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/**
 * One record of a journal. The order on disk is the order of events; an {@link Intent} is on disk before its request leaves.
 */
public sealed interface Entry {

    /** When it was written, by the local clock; for people, never for a decision. */
    Instant at();

    /** A record about one target. */
    sealed interface OfTarget extends Entry permits Intent, Rejected, Accepted, Unknown, Observed, Skipped {
        /** The target. */
        AccountId target();
    }

    /**
     * The run begins.
     *
     * @param at local time
     * @param run its name
     * @param kind why it was started
     * @param tenantId the tenant
     * @param domain the tenant's default domain
     * @param command noun and verb
     * @param words decided options and parameters, as typed
     * @param plan name of the plan; of the run to be undone, for an undo
     * @param planDigest digest of the plan file
     * @param targets number of targets
     * @param exposure how many accounts may be written and not yet judged
     * @param snapshot name of the snapshot before it; empty when there is none
     * @param by who started it: the user and the process
     */
    record Opened(Instant at, String run, RunKind kind, String tenantId, String domain, String command,
            List<String> words, String plan,
            String planDigest, int targets, int exposure, Optional<String> snapshot, String by) implements Entry {
    }

    /**
     * Another process takes the run up. Whatever was intended before and not told is unknown from here on: nobody can say whether it was sent.
     *
     * @param at local time
     * @param by who takes it up: the user and the process
     * @param retry whether requests that were refused may be sent again
     * @param torn name of the file that keeps the bytes of a last record that was not written whole; empty when there was none
     */
    record Recovered(Instant at, String by, boolean retry, Optional<String> torn) implements Entry {
    }

    /**
     * A wave begins.
     *
     * @param at local time
     * @param wave its number, from 1
     * @param targets its targets
     */
    record WaveOpened(Instant at, int wave, List<AccountId> targets) implements Entry {
    }

    /**
     * A request is about to leave.
     *
     * @param at local time
     * @param target the account
     * @param step its place among the target's requests, from 1
     * @param attempt how often this step was tried, this time included
     * @param requestId client-request-id under which the service logs it
     * @param call the request
     * @param before the account as it was just seen
     */
    record Intent(Instant at, AccountId target, int step, int attempt, UUID requestId, WireCall call,
            Observation before)
            implements
                OfTarget {
    }

    /**
     * The service refused the request; nothing was done.
     *
     * @param at local time
     * @param target the account
     * @param status HTTP status
     * @param sentence what it said
     */
    record Rejected(Instant at, AccountId target, int status, String sentence) implements OfTarget {
    }

    /**
     * The service accepted the request; whether anything was done is seen later.
     *
     * @param at local time
     * @param target the account
     * @param status HTTP status
     */
    record Accepted(Instant at, AccountId target, int status) implements OfTarget {
    }

    /**
     * Nobody can say what the request did.
     *
     * @param at local time
     * @param target the account
     * @param sentence what is known
     */
    record Unknown(Instant at, AccountId target, String sentence) implements OfTarget {
    }

    /**
     * The target was looked at after its request.
     *
     * @param at local time
     * @param target the account
     * @param state what that makes of it
     * @param found what was found, one phrase per facet worth naming
     */
    record Observed(Instant at, AccountId target, TargetState state, List<String> found) implements OfTarget {
    }

    /**
     * The target was not touched.
     *
     * @param at local time
     * @param target the account
     * @param reason why
     */
    record Skipped(Instant at, AccountId target, String reason) implements OfTarget {
    }

    /**
     * A gate spoke.
     *
     * @param at local time
     * @param wave the wave it stands behind
     * @param verdict what it said
     * @param counts outcomes
     */
    record Gate(Instant at, int wave, Verdict verdict, Map<Outcome, Long> counts) implements Entry {
    }

    /**
     * The run stops by itself and can go on.
     *
     * @param at local time
     * @param reasons every reason
     */
    record Paused(Instant at, SortedSet<String> reasons) implements Entry {
    }

    /**
     * Somebody stopped the run.
     *
     * @param at local time
     * @param reason in that person's words
     */
    record Halted(Instant at, String reason) implements Entry {
    }

    /**
     * The run ends. After it only another end may stand that a person or a later look brought about: brought back, closed with a reason, or
     * found to have harmed after all.
     *
     * @param at local time
     * @param status how it ended
     * @param note one sentence, empty when there is nothing to add
     * @param snapshot name of the snapshot after it; empty when there is none
     * @param verifyFrom from when on it can be verified, by the service's clock; empty when nobody asks for that
     */
    record Closed(Instant at, RunStatus status, Optional<String> note, Optional<String> snapshot,
            Optional<Instant> verifyFrom) implements Entry {
        /** An end without a later look. */
        public Closed(Instant at, RunStatus status, Optional<String> note) {
            this(at, status, note, Optional.empty(), Optional.empty());
        }
    }

    /**
     * A later look found the run as it was declared.
     *
     * @param at local time
     */
    record Verified(Instant at) implements Entry {
    }
}
