package dev.shisa.run;

import java.util.Optional;
import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.journal.TargetState;
import dev.shisa.judge.Judgement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * How the waves of a run ended, before the tenant is looked at as a whole.
 *
 * @param states the state of every target that was begun
 * @param reasons why a target was not touched or is not done, per target
 * @param written the accounts for which a request may have taken effect, each with the service's time
 * @param before how those looked before their first request
 * @param after how those looked at their gate
 * @param judgements one per gate, in order
 * @param stops every reason why the run did not go on; empty when all waves were worked and judged
 * @param halted why somebody stopped it; empty when nobody did
 * @param violated whether something was lost that was not declared
 * @param exposureMax the most accounts that were written and not yet judged
 * @param warnings what the service said beside its answers
 */
public record RunEnding(Map<AccountId, TargetState> states, Map<AccountId, String> reasons,
        Map<AccountId, Instant> written,
        Map<AccountId, Observation> before, Map<AccountId, Observation> after, List<Judgement> judgements,
        SortedSet<String> stops, Optional<String> halted,
        boolean violated, int exposureMax, SortedSet<String> warnings) {

    /** How many targets are in that state. */
    public int count(TargetState state) {
        return (int) states.values().stream().filter(state::equals).count();
    }
}
