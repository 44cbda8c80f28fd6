package dev.shisa.execute;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Decision;
import dev.shisa.catalog.WireCall;
import dev.shisa.plan.Restoration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is to be sent for one account, decided from how it looks. */
public interface Recipe {

    /** The most requests one account may take. */
    int mostSteps();

    /**
     * The next request.
     *
     * @param now the account as it was just seen
     * @param done how many requests were sent for it in this run
     * @return empty when nothing is left to send
     */
    Optional<WireCall> next(Observation now, int done);

    /**
     * Whether the rest is sent although the service refused this request for good. Asked once for each such request, and only after an earlier one was
     * accepted; whoever says yes never hands the request out again.
     */
    default boolean goesOnWithout(WireCall refused) {
        return false;
    }

    /** Accounts beside the target that requests of this recipe may change. */
    default Set<AccountId> others() {
        return Set.of();
    }

    /** The steps of a decided command, in order. */
    static Recipe of(Decision decision) {
        return new Recipe() {
            @Override
            public int mostSteps() {
                return decision.steps().size();
            }

            @Override
            public Optional<WireCall> next(Observation now, int done) {
                List<WireCall> calls = decision.calls(now);
                return done < calls.size() ? Optional.of(calls.get(done)) : Optional.empty();
            }
        };
    }

    /** The way back to how an account looked. */
    static Recipe of(Restoration restoration) {
        return new Recipe() {
            @Override
            public int mostSteps() {
                return Restoration.MOST_STEPS;
            }

            @Override
            public Optional<WireCall> next(Observation now, int done) {
                return restoration.next(now);
            }
        };
    }
}
