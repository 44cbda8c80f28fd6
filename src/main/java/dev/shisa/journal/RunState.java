package dev.shisa.journal;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a journal says, as a fold over its records. A record that the state before it does not allow is an error: a journal in which it
 * stands was not written by this program.
 */
public final class RunState {
    private static final Map<TargetState, Set<TargetState>> ALLOWED = transitions();
    private static final Set<TargetState> SEEN = EnumSet.of(TargetState.VERIFIED, TargetState.MISSING,
            TargetState.VIOLATED, TargetState.NOT_APPLIED, TargetState.UNKNOWN, TargetState.OVERTAKEN);
    private static final Set<TargetState> MAY_STAND = EnumSet.complementOf(
            EnumSet.of(TargetState.NOT_STARTED, TargetState.INTENDED, TargetState.SKIPPED));

    private final Entry.Opened opened;
    private final Map<AccountId, TargetState> targets = new LinkedHashMap<>();
    private final Map<AccountId, Observation> before = new LinkedHashMap<>();
    private final Map<AccountId, List<String>> found = new LinkedHashMap<>();
    private final Set<AccountId> accepted = new HashSet<>();
    private final TreeSet<String> reasons = new TreeSet<>();
    private Optional<Entry.Closed> closed = Optional.empty();

    private RunState(Entry.Opened opened) {
        this.opened = opened;
    }

    /**
     * Folds the records of one run.
     *
     * @throws IllegalStateException when a record is not allowed where it stands
     */
    public static RunState fold(List<Entry> entries) {
        if (entries.isEmpty() || !(entries.getFirst() instanceof Entry.Opened opened)) {
            throw new IllegalStateException("a journal begins with the opening of its run");
        }
        RunState state = new RunState(opened);
        entries.subList(1, entries.size()).forEach(state::accept);
        return state;
    }

    private void accept(Entry entry) {
        if (closed.isPresent()) {
            throw new IllegalStateException("a record after the end of the run");
        }
        switch (entry) {
            case Entry.Opened _ -> throw new IllegalStateException("a run is opened once");
            case Entry.WaveOpened wave ->
                wave.targets().forEach(target -> targets.putIfAbsent(target, TargetState.NOT_STARTED));
            case Entry.Intent intent -> {
                before.putIfAbsent(intent.target(), intent.before());
                move(intent.target(), TargetState.INTENDED);
            }
            case Entry.Rejected rejected -> {
                move(rejected.target(), TargetState.REJECTED);
                if (accepted.contains(rejected.target())) {
                    // An earlier request of this target stands, whatever became of this one.
                    targets.put(rejected.target(), TargetState.ACCEPTED);
                }
            }
            case Entry.Accepted yes -> {
                move(yes.target(), TargetState.ACCEPTED);
                accepted.add(yes.target());
            }
            case Entry.Unknown unknown -> move(unknown.target(), TargetState.UNKNOWN);
            case Entry.Skipped skipped -> skip(skipped.target());
            case Entry.Observed observed -> {
                if (!SEEN.contains(observed.state())) {
                    throw new IllegalStateException("no look makes " + observed.state().label() + " of a target");
                }
                move(observed.target(), observed.state());
                found.put(observed.target(), observed.found());
            }
            case Entry.Gate _ -> {
                // A gate changes no target; what it found is in the records of the targets.
            }
            case Entry.Paused paused -> reasons.addAll(paused.reasons());
            case Entry.Halted halted -> reasons.add(halted.reason());
            case Entry.Closed end -> closed = Optional.of(end);
        }
    }

    /** Nothing further was sent; what stands of a target that was written before stands on. */
    private void skip(AccountId target) {
        TargetState from = targets.getOrDefault(target, TargetState.NOT_STARTED);
        if (!MAY_STAND.contains(from)) {
            move(target, TargetState.SKIPPED);
        }
    }

    private void move(AccountId target, TargetState to) {
        TargetState from = targets.getOrDefault(target, TargetState.NOT_STARTED);
        if (!ALLOWED.getOrDefault(from, Set.of()).contains(to)) {
            throw new IllegalStateException(target + " cannot go from " + from.label() + " to " + to.label());
        }
        targets.put(target, to);
    }

    private static Map<TargetState, Set<TargetState>> transitions() {
        Set<TargetState> seen = EnumSet.of(TargetState.VERIFIED, TargetState.MISSING, TargetState.VIOLATED,
                TargetState.OVERTAKEN);
        Map<TargetState, Set<TargetState>> allowed = new EnumMap<>(TargetState.class);
        allowed.put(TargetState.NOT_STARTED, EnumSet.of(TargetState.INTENDED, TargetState.SKIPPED));
        allowed.put(TargetState.INTENDED, EnumSet.of(TargetState.REJECTED, TargetState.ACCEPTED, TargetState.UNKNOWN));
        allowed.put(TargetState.REJECTED, EnumSet.of(TargetState.INTENDED));
        EnumSet<TargetState> afterAccepted = EnumSet.of(TargetState.INTENDED, TargetState.UNKNOWN);
        afterAccepted.addAll(seen);
        allowed.put(TargetState.ACCEPTED, afterAccepted);
        EnumSet<TargetState> afterUnknown = EnumSet.of(TargetState.NOT_APPLIED, TargetState.UNKNOWN);
        afterUnknown.addAll(seen);
        allowed.put(TargetState.UNKNOWN, afterUnknown);
        EnumSet<TargetState> wayBack = EnumSet.of(TargetState.INTENDED);
        wayBack.addAll(seen);
        allowed.put(TargetState.VERIFIED, wayBack);
        allowed.put(TargetState.MISSING, wayBack);
        allowed.put(TargetState.VIOLATED, wayBack);
        allowed.put(TargetState.NOT_APPLIED, wayBack);
        return allowed;
    }

    /** How the run was opened. */
    public Entry.Opened opened() {
        return opened;
    }

    /** How it ended, if it did. */
    public Optional<Entry.Closed> closed() {
        return closed;
    }

    /** The state of every target whose wave was opened. */
    public Map<AccountId, TargetState> targets() {
        return Map.copyOf(targets);
    }

    /** The targets in that state. */
    public SortedSet<AccountId> in(TargetState state) {
        TreeSet<AccountId> in = new TreeSet<>();
        targets.forEach((target, its) -> {
            if (its == state) {
                in.add(target);
            }
        });
        return in;
    }

    /** Each target for which a request may have left, as it was before the first one. */
    public Map<AccountId, Observation> before() {
        return Map.copyOf(before);
    }

    /** What was found on a target beyond what was declared. */
    public List<String> found(AccountId target) {
        return found.getOrDefault(target, List.of());
    }

    /** Why the run stopped, every reason. */
    public SortedSet<String> reasons() {
        return new TreeSet<>(reasons);
    }
}
