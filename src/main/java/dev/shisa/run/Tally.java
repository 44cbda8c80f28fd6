package dev.shisa.run;

import java.util.HashSet;
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
            TargetState.UNKNOWN, TargetState.MISSING, TargetState.PARTIAL);
    private static final Set<TargetState> TO_BE_WRITTEN = EnumSet.of(TargetState.NOT_STARTED, TargetState.NOT_APPLIED);

    private final Map<AccountId, TargetState> states = new LinkedHashMap<>();
    private static final Set<TargetState> FAILED = EnumSet.of(TargetState.REJECTED, TargetState.NOT_APPLIED,
            TargetState.VIOLATED, TargetState.SKIPPED, TargetState.OVERTAKEN);

    private final Map<AccountId, Observation> intended = new HashMap<>();
    private final Map<AccountId, Observation> before = new HashMap<>();
    private final Map<AccountId, Observation> after = new HashMap<>();
    private final Map<AccountId, Instant> written = new HashMap<>();
    private final Map<AccountId, String> reasons = new LinkedHashMap<>();
    private final Set<AccountId> again = new HashSet<>();

    /** What is known at the beginning of a run: nothing. */
    public static Tally empty() {
        return new Tally();
    }

    /**
     * What a journal tells of a run that is to go on.
     *
     * @param state the fold of its journal
     * @param retry whether what the service refused is to be tried again; what it refused only for the moment always is
     */
    public static Tally of(RunState state, boolean retry) {
        Tally tally = new Tally();
        tally.intended.putAll(state.before());
        tally.again.addAll(state.refusedForNow());
        if (retry) {
            tally.again.addAll(state.in(TargetState.REJECTED));
        }
        state.targets().forEach((target, its) -> {
            switch (its) {
                case NOT_STARTED -> {
                    // Nothing is known of it.
                }
                case SKIPPED -> tally.untouched(target, its, state.skipped(target).orElse(""));
                case REJECTED, NOT_APPLIED -> tally.states.put(target, its);
                case INTENDED, ACCEPTED, UNKNOWN, VERIFIED, MISSING, PARTIAL, VIOLATED, OVERTAKEN -> {
                    Observation before = tally.before(target);
                    // What was intended and not told is unknown once its process is gone.
                    tally.written(target, its == TargetState.INTENDED ? TargetState.UNKNOWN : its, before,
                            Executor.timeOf(before));
                }
            }
        });
        return tally;
    }

    private Observation before(AccountId target) {
        return Optional.ofNullable(intended.get(target))
                .orElseThrow(() -> new IllegalStateException("a write without an intent: " + target));
    }

    /** The targets of which nobody knows what their request did. */
    Set<AccountId> unresolved() {
        return in(TargetState.UNKNOWN);
    }

    /** The targets that the service refused. */
    Set<AccountId> refused() {
        return in(TargetState.REJECTED);
    }

    private Set<AccountId> in(TargetState state) {
        return states.entrySet().stream().filter(entry -> entry.getValue() == state).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The accounts for which a request was on its way in this or an earlier process, as they looked before the first. */
    public Map<AccountId, Observation> intended() {
        return intended;
    }

    /** Nothing of it took effect, so it is as if it had not been written. */
    void notApplied(AccountId target) {
        states.put(target, TargetState.NOT_APPLIED);
        notWritten(target);
    }

    /** Nothing of ours took effect on it. */
    void notWritten(AccountId target) {
        before.remove(target);
        written.remove(target);
    }

    /** Something took effect though nobody expected it, so a gate has to judge it. */
    void doubted(AccountId target) {
        Observation asBefore = before(target);
        before.put(target, asBefore);
        written.put(target, Executor.timeOf(asBefore));
    }

    /** The targets for which a request may have taken effect, and of which nobody has seen that they are as declared. */
    public Set<AccountId> unsettled() {
        return states.entrySet().stream().filter(entry -> UNSETTLED.contains(entry.getValue())).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether a request may be sent for a target: none was, or it was seen to have done nothing. */
    public boolean isToBeWritten(AccountId target) {
        TargetState state = states.getOrDefault(target, TargetState.NOT_STARTED);
        return TO_BE_WRITTEN.contains(state) || (state == TargetState.REJECTED && again.contains(target));
    }

    /** Whether a request may come to be sent for a target: it may now, or nobody knows yet what an earlier one did. */
    public boolean mayBeWritten(AccountId target) {
        return isToBeWritten(target) || unresolved().contains(target);
    }

    /** The accounts of which a run left it that its request stands, each with the service's time of it. */
    public Map<AccountId, Instant> standing() {
        Map<AccountId, Instant> standing = new HashMap<>(written);
        standing.keySet().removeIf(target -> !states.getOrDefault(target, TargetState.NOT_STARTED).mayHaveChanged());
        return standing;
    }

    void written(AccountId target, TargetState state, Observation asBefore, Instant at) {
        states.put(target, state);
        intended.putIfAbsent(target, asBefore);
        before.put(target, asBefore);
        written.put(target, at);
    }

    void untouched(AccountId target, TargetState state, String reason) {
        states.put(target, state);
        reasons.put(target, reason);
    }

    /** What is believed of a target after a look; a look that showed nothing of it changes what is believed, too. */
    void observed(AccountId target, TargetState state, Optional<Observation> asAfter) {
        states.put(target, state);
        asAfter.ifPresent(seen -> looked(target, seen));
    }

    /** How a target looks by now. */
    void looked(AccountId target, Observation seen) {
        after.put(target, Optional.ofNullable(intended.get(target)).map(seen::sharing).orElse(seen));
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

    /** The targets that were refused, left alone, or found otherwise than declared. */
    int failed() {
        return (int) states.values().stream().filter(FAILED::contains).count();
    }

    int count(TargetState state) {
        return counts().getOrDefault(state, 0);
    }
}
