package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.execute.Executor;
import dev.shisa.journal.RunState;
import dev.shisa.journal.TargetState;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run knows about its targets while it goes on. Used by one thread. */
public final class Tally {
    private static final Set<TargetState> UNSETTLED = EnumSet.of(TargetState.INTENDED, TargetState.ACCEPTED,
            TargetState.UNKNOWN, TargetState.MISSING);
    private static final Set<TargetState> TO_BE_WRITTEN = EnumSet.of(TargetState.NOT_STARTED, TargetState.NOT_APPLIED);

    private final Map<AccountId, TargetState> states = new LinkedHashMap<>();
    private final Map<AccountId, Observation> before = new HashMap<>();
    private final Map<AccountId, Observation> after = new HashMap<>();
    private final Map<AccountId, Instant> written = new HashMap<>();
    private final Map<AccountId, String> reasons = new LinkedHashMap<>();

    /** What is known at the beginning of a run: nothing. */
    public static Tally empty() {
        return new Tally();
    }

    /**
     * What a journal tells of a run that paused.
     *
     * @param state the fold of its journal
     */
    public static Tally of(RunState state) {
        Tally tally = new Tally();
        state.targets().forEach((target, its) -> {
            if (its == TargetState.SKIPPED || its == TargetState.REJECTED) {
                tally.states.put(target, its);
            } else if (its != TargetState.NOT_STARTED) {
                Observation before = Optional.ofNullable(state.before().get(target))
                        .orElseThrow(() -> new IllegalStateException("a write without an intent: " + target));
                tally.written(target, its, before, Executor.timeOf(before));
            }
        });
        return tally;
    }

    /** The targets for which a request may have taken effect, and of which nobody has seen that they are as declared. */
    public Set<AccountId> unsettled() {
        return states.entrySet().stream().filter(entry -> UNSETTLED.contains(entry.getValue())).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether a request may be sent for a target: none was, or it was seen to have done nothing. */
    public boolean isToBeWritten(AccountId target) {
        return TO_BE_WRITTEN.contains(states.getOrDefault(target, TargetState.NOT_STARTED));
    }

    /** The accounts of which a run left it that its request stands, each with the service's time of it. */
    public Map<AccountId, Instant> standing() {
        Map<AccountId, Instant> standing = new HashMap<>(written);
        standing.keySet().removeIf(target -> !states.getOrDefault(target, TargetState.NOT_STARTED).mayHaveChanged());
        return standing;
    }

    void written(AccountId target, TargetState state, Observation asBefore, Instant at) {
        states.put(target, state);
        before.put(target, asBefore);
        written.put(target, at);
    }

    void untouched(AccountId target, TargetState state, String reason) {
        states.put(target, state);
        reasons.put(target, reason);
    }

    void observed(AccountId target, TargetState state, Observation asAfter) {
        states.put(target, state);
        after.put(target, asAfter);
    }

    /** How the written accounts looked before their first request. */
    public Map<AccountId, Observation> before() {
        return before;
    }

    Map<AccountId, Observation> after() {
        return after;
    }

    Map<AccountId, Instant> written() {
        return written;
    }

    Map<AccountId, String> reasons() {
        return reasons;
    }

    Map<AccountId, TargetState> states() {
        return states;
    }

    Map<TargetState, Integer> counts() {
        EnumMap<TargetState, Integer> counts = new EnumMap<>(TargetState.class);
        states.values().forEach(state -> counts.merge(state, 1, Integer::sum));
        return counts;
    }

    int count(TargetState state) {
        return counts().getOrDefault(state, 0);
    }
}
