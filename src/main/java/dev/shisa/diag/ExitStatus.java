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
    DONE(0, "Done, and observed as declared; or a plan was made."),
    /** A fault of the program itself. */
    INTERNAL_ERROR(1, "A fault of the program itself."),
    /** The command line is not understood, a missing choice included. */
    USAGE(2, "The command line is not understood, a missing choice included."),
    /** Partly done; the run says which. */
    PARTLY_DONE(3, "Partly done; the run says which."),
    /** Nothing matched, or a named account is not exactly one. */
    NOTHING_MATCHED(4, "Nothing matched, or a named account is not exactly one."),
    /** Differences or findings. */
    DIFFERENCES(10, "Differences or findings."),
    /** Another process works on the tenant, or the tenant is closed. */
    CLOSED(11, "Another process works on the tenant, or the tenant is closed."),
    /** The plan is stale, expired or altered. */
    PLAN_STALE(12, "The plan is stale, expired or altered."),
    /** Refused by policy, precondition or shape. */
    REFUSED(13, "Refused by policy, precondition or shape."),
    /** The rehearsal is missing, expired, or did not go as declared. */
    REHEARSAL(14, "The rehearsal is missing, expired, or did not go as declared."),
    /** A limit or the expected count does not hold. */
    LIMIT(15, "A limit or the expected count does not hold."),
    /** Approval missing or not valid. */
    APPROVAL(16, "Approval missing or not valid."),
    /** Halted or paused; can be resumed. */
    PAUSED(17, "Halted or paused; can be resumed."),
    /** Confirmation or accepted loss missing, wrong or declined. */
    CONFIRMATION(18, "Confirmation or accepted loss missing, wrong or declined."),
    /** The outcome was not visible in time. */
    NOT_VISIBLE(19, "The outcome was not visible in time."),
    /** A journal, audit log or file does not verify. */
    NOT_VERIFIED(20, "A journal, audit log or file does not verify."),
    /** The snapshot is not provably complete. */
    INCOMPLETE(21, "The snapshot is not provably complete."),
    /** The contract was violated: extra or collateral. */
    VIOLATED(22, "The contract was violated: extra or collateral."),
    /** The tenant cannot be reached, or refused the sign-in. */
    UNREACHABLE(23, "The tenant cannot be reached, or refused the sign-in."),
    /** The store cannot be used. */
    STORE(24, "The store cannot be used."),
    /** Interrupted before the first write. */
    INTERRUPTED(130, "Interrupted before the first write.");

    private static final List<ExitStatus> REFUSAL_ORDER = List.of(USAGE, NOT_VERIFIED, STORE, UNREACHABLE, CLOSED,
            INCOMPLETE,
            NOTHING_MATCHED, PLAN_STALE, REFUSED, LIMIT, REHEARSAL, APPROVAL, CONFIRMATION);

    private final int code;
    private final String meaning;

    ExitStatus(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number the process ends with. */
    public int code() {
        return code;
    }

    /** What it means, in one sentence. */
    public String meaning() {
        return meaning;
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
