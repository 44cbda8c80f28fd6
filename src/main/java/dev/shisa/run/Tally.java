package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.journal.TargetState;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run knows about its targets while it goes on. Used by one thread. */
final class Tally {
    private final Map<AccountId, TargetState> states = new LinkedHashMap<>();
    private final Map<AccountId, Observation> before = new HashMap<>();
    private final Map<AccountId, Observation> after = new HashMap<>();
    private final Map<AccountId, Instant> written = new HashMap<>();
    private final Map<AccountId, String> reasons = new LinkedHashMap<>();

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

    Map<AccountId, Observation> before() {
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
