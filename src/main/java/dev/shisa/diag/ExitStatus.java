package dev.shisa.diag;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the process ends. Scripts of other people rest on the numbers, so a number never changes its meaning; consumers treat a
 * number they do not know as failure.
 */
public enum ExitStatus {
    /** Done, and observed as declared; or a plan was made. */
    DONE(0),
    /** A fault of the program itself. */
    INTERNAL_ERROR(1),
    /** The command line is not understood, a missing choice included. */
    USAGE(2),
    /** Partly done; the run says which. */
    PARTLY_DONE(3),
    /** Nothing matched, or a named account is not exactly one. */
    NOTHING_MATCHED(4),
    /** Differences or findings. */
    DIFFERENCES(10),
    /** Another process works on the tenant, or the tenant is closed. */
    CLOSED(11),
    /** The plan is stale, expired or altered. */
    PLAN_STALE(12),
    /** Refused by policy, precondition or shape. */
    REFUSED(13),
    /** The rehearsal is missing, expired, or did not go as declared. */
    REHEARSAL(14),
    /** A limit or the expected count does not hold. */
    LIMIT(15),
    /** Approval missing or not valid. */
    APPROVAL(16),
    /** Halted or paused; can be resumed. */
    PAUSED(17),
    /** Confirmation or accepted loss missing, wrong or declined. */
    CONFIRMATION(18),
    /** The outcome was not visible in time. */
    NOT_VISIBLE(19),
    /** A journal, audit log or file does not verify. */
    NOT_VERIFIED(20),
    /** The snapshot is not provably complete. */
    INCOMPLETE(21),
    /** The contract was violated: extra or collateral. */
    VIOLATED(22),
    /** The tenant cannot be reached, or refused the sign-in. */
    UNREACHABLE(23),
    /** The store cannot be used. */
    STORE(24),
    /** Interrupted before the first write. */
    INTERRUPTED(130);

    private static final List<ExitStatus> REFUSAL_ORDER = List.of(USAGE, NOT_VERIFIED, STORE, UNREACHABLE, CLOSED,
            INCOMPLETE,
            NOTHING_MATCHED, PLAN_STALE, REFUSED, LIMIT, REHEARSAL, APPROVAL, CONFIRMATION);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** The number the process ends with. */
    public int code() {
        return code;
    }

    /**
     * The status of several refusals that hold at once before the first write: the first in the order of the contract.
     *
     * @return empty when there is no refusal
     */
    public static Optional<ExitStatus> firstRefusal(Collection<ExitStatus> refusals) {
        return refusals.stream().min(Comparator.comparingInt(ExitStatus::refusalRank));
    }

    private int refusalRank() {
        int rank = REFUSAL_ORDER.indexOf(this);
        return rank < 0 ? -1 : rank;
    }
}
