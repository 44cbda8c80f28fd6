package dev.shisa.execute;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.judge.Judgement;
import java.time.Instant;
import java.util.Optional;

/** What became of one account in the hands of the executor. */
public sealed interface JobResult {

    /** The account. */
    AccountId target();

    /**
     * Written, and a first look saw nothing that was not declared. Whether it is as declared is for the gate to see.
     *
     * @param target the account
     * @param before as it was before the first request
     * @param writtenAt the service's time
     */
    record Written(AccountId target, Observation before, Instant writtenAt) implements JobResult {
    }

    /**
     * A request may have taken effect; nobody can say.
     *
     * @param target the account
     * @param before as it was before the first request
     * @param writtenAt the service's time
     * @param sentence what is known
     */
    record Unresolved(AccountId target, Observation before, Instant writtenAt, String sentence) implements JobResult {
    }

    /**
     * A first look saw a loss that was not declared.
     *
     * @param target the account
     * @param before as it was before the first request
     * @param writtenAt the service's time
     * @param judgement what was lost
     */
    record Violated(AccountId target, Observation before, Instant writtenAt, Judgement judgement) implements JobResult {
    }

    /**
     * The service refused; nothing was done.
     *
     * @param target the account
     * @param status HTTP status
     * @param sentence what the service said
     */
    record Refused(AccountId target, int status, String sentence) implements JobResult {
    }

    /**
     * Not begun: nothing was sent and nothing is settled, so it may be taken up later.
     *
     * @param target the account
     * @param reason why
     */
    record Left(AccountId target, String reason) implements JobResult {
    }

    /**
     * Not begun: it was looked at, and then whoever hands out the accounts wanted no further one. It is taken up later as if nobody had.
     *
     * @param target the account
     */
    record Held(AccountId target) implements JobResult {
    }

    /**
     * Not touched, because it is not what was planned for, or could not be read.
     *
     * @param target the account
     * @param reason one phrase
     * @param planned how it was planned for, where it lost something critical since then; a gate has to find out who did that
     */
    record Skipped(AccountId target, String reason, Optional<Observation> planned) implements JobResult {
        /** Skipped, and not harmed. */
        public Skipped(AccountId target, String reason) {
            this(target, reason, Optional.empty());
        }
    }
}
