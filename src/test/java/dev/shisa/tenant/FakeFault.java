package dev.shisa.tenant;

import dev.shisa.account.AccountId;
import java.time.Duration;

/** How the fake tenant misbehaves. Writes are counted from 1, over all accounts. */
public sealed interface FakeFault {

    /**
     * From that write on, what takes something away takes the whole identity.
     *
     * @param from the first write that is struck
     */
    record IdentityLost(int from) implements FakeFault {
    }

    /**
     * From that write on, the service says yes and does nothing.
     *
     * @param from the first write that is struck
     */
    record NothingDone(int from) implements FakeFault {
    }

    /**
     * From that write on, another account loses its licences as well.
     *
     * @param from the first write that is struck
     * @param victim the other account
     */
    record OtherAccountHit(int from, AccountId victim) implements FakeFault {
    }

    /**
     * That write takes effect, and its answer is lost.
     *
     * @param nth the write
     */
    record AnswerLost(int nth) implements FakeFault {
    }

    /**
     * That write is refused and does nothing.
     *
     * @param nth the write
     * @param status HTTP status
     */
    record Refused(int nth, int status) implements FakeFault {
    }

    /**
     * Reads show a write only after some time.
     *
     * @param delay how long
     */
    record Lag(Duration delay) implements FakeFault {
    }

    /**
     * The listing of active accounts stops without a word.
     *
     * @param after how many it delivers
     */
    record Truncated(int after) implements FakeFault {
    }

    /**
     * The listing of active accounts comes with a warning.
     *
     * @param text what it says
     */
    record Warned(String text) implements FakeFault {
    }

    /** The listing of active accounts delivers its first account twice. */
    record ListedTwice() implements FakeFault {
    }

    /** The mailbox service says that it is not well. */
    record Degraded() implements FakeFault {
    }

    /**
     * Records of the audit log can be read only after some time.
     *
     * @param delay how long
     */
    record AuditLate(Duration delay) implements FakeFault {
    }

    /** The audit log gives no answer. */
    record AuditUnreadable() implements FakeFault {
    }

    /** The audit log names nobody. */
    record AuditSilent() implements FakeFault {
    }

    /**
     * Every accepted write comes with a warning.
     *
     * @param text what it says
     */
    record WriteWarned(String text) implements FakeFault {
    }

    /** What an account takes with it cannot be read. */
    record KeepsakeUnreadable() implements FakeFault {
    }

    /** Nobody answers any read. */
    record Unreachable() implements FakeFault {
    }
}
