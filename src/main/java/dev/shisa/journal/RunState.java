package dev.shisa.journal;

import java.util.HashMap;
import java.time.Instant;
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
import java.util.function.Consumer;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a journal says, as a fold over its records. A record that the state before it does not allow is an error: a journal in which it
 * stands was not written by this program.
 */
public final class RunState {
    private static final Set<TargetState> SEEN = EnumSet.of(TargetState.VERIFIED, TargetState.MISSING,
            TargetState.PARTIAL, TargetState.VIOLATED, TargetState.NOT_APPLIED, TargetState.UNKNOWN,
            TargetState.OVERTAKEN);
    private static final Set<TargetState> MAY_STAND = EnumSet.complementOf(
            EnumSet.of(TargetState.NOT_STARTED, TargetState.INTENDED, TargetState.SKIPPED));
    /** In a rehearsal an account is written there and back, so a request may follow whatever was seen or accepted. */
    private static final Set<TargetState> TURNING_POINTS = EnumSet.of(TargetState.REJECTED, TargetState.ACCEPTED,
            TargetState.VERIFIED, TargetState.PARTIAL, TargetState.VIOLATED, TargetState.NOT_APPLIED);
    private static final Set<TargetState> ON_THE_WIRE = EnumSet.of(TargetState.INTENDED, TargetState.ACCEPTED,
            TargetState.UNKNOWN);
    private static final Map<TargetState, Set<TargetState>> ALLOWED = transitions();
    private static final Map<RunStatus, Set<RunStatus>> LATER_ENDS = laterEnds();
    /** Never sent; a token whose time is over; too many requests: nothing was done, and it may be asked again. */
    private static final Set<Integer> FOR_NOW = Set.of(0, 401, 429);

    private static final String BEGINNING = "a journal begins with the opening of its run";

    private final Entry.Opened opened;
    private final boolean keepsAccounts;
    private final Map<AccountId, TargetState> targets = new LinkedHashMap<>();
    private final Map<AccountId, Observation> before = new LinkedHashMap<>();
    private final Map<AccountId, List<String>> found = new LinkedHashMap<>();
    private final Map<AccountId, Integer> acceptedSteps = new HashMap<>();
    private final Map<AccountId, Integer> intendedSteps = new HashMap<>();
    private final Map<AccountId, String> skipped = new LinkedHashMap<>();
    private final Set<AccountId> refusedForNow = new HashSet<>();
    private final TreeSet<String> reasons = new TreeSet<>();
    private Optional<Entry.Closed> closed = Optional.empty();
    private Standing standing = Standing.WORKING;
    private boolean verified;
    private int wave;
    private Instant last;

    private RunState(Entry.Opened opened, boolean keepsAccounts) {
        this.opened = opened;
        this.keepsAccounts = keepsAccounts;
        this.last = opened.at();
    }

    /** What the last record about the run as a whole says. */
    private enum Standing {
        WORKING,
        PAUSED,
        HALTED
    }

    /**
     * Folds the records of one run.
     *
     * @throws IllegalStateException when a record is not allowed where it stands
     */
    public static RunState fold(List<Entry> entries) {
        Folding folding = Folding.whole();
        entries.forEach(folding);
        return folding.state().orElseThrow(() -> new IllegalStateException(BEGINNING));
    }

    /** A fold that is told its records one by one and keeps none of them. For one thread. */
    public static final class Folding implements Consumer<Entry> {
        private final boolean keepsAccounts;
        private Optional<RunState> state = Optional.empty();

        private Folding(boolean keepsAccounts) {
            this.keepsAccounts = keepsAccounts;
        }

        /** A fold to a state that knows everything. */
        public static Folding whole() {
            return new Folding(true);
        }

        /** A fold to a state that cannot say how accounts were {@linkplain RunState#before() before}, which is most of what a long journal holds. */
        public static Folding withoutAccounts() {
            return new Folding(false);
        }

        /**
         * Takes the next record.
         *
         * @throws IllegalStateException when the state before it does not allow it
         */
        @Override
        public void accept(Entry entry) {
            if (state.isPresent()) {
                state.get().accept(entry);
            } else if (entry instanceof Entry.Opened opened) {
                state = Optional.of(new RunState(opened, keepsAccounts));
            } else {
                throw new IllegalStateException(BEGINNING);
            }
        }

        /** The state after all records so far; empty when there was none. */
        public Optional<RunState> state() {
            return state;
        }
    }

    private void accept(Entry entry) {
        last = entry.at();
        if (closed.isPresent()) {
            acceptLater(entry, closed.get().status());
            return;
        }
        switch (entry) {
            case Entry.Opened _ -> throw new IllegalStateException("a run is opened once");
            case Entry.Recovered _ -> recover();
            case Entry.WaveOpened opening -> open(opening);
            case Entry.Intent intent -> intend(intent);
            case Entry.Rejected rejected -> reject(rejected);
            case Entry.Accepted yes -> {
                move(yes.target(), TargetState.ACCEPTED);
                acceptedSteps.put(yes.target(), intendedSteps.getOrDefault(yes.target(), 0));
            }
            case Entry.Unknown unknown -> lose(unknown.target());
            case Entry.Skipped left -> {
                skip(left.target());
                skipped.put(left.target(), left.reason());
            }
            case Entry.Observed observed -> observe(observed);
            case Entry.Gate _ -> {
                // A gate changes no target; what it found is in the records of the targets.
            }
            case Entry.Paused paused -> {
                reasons.addAll(paused.reasons());
                standing = standing == Standing.HALTED ? standing : Standing.PAUSED;
            }
            case Entry.Halted halted -> {
                reasons.add(halted.reason());
                standing = Standing.HALTED;
            }
            case Entry.Closed end -> closed = Optional.of(end);
            case Entry.Verified _ -> throw new IllegalStateException("a run is verified after its end");
        }
    }

    /** After its end a run may only be ended otherwise, be verified, or be taken up for what was refused. */
    private void acceptLater(Entry entry, RunStatus ended) {
        boolean whole = ended == RunStatus.COMPLETED || ended == RunStatus.PARTIAL;
        switch (entry) {
            case Entry.Closed end when LATER_ENDS.getOrDefault(ended, Set.of()).contains(end.status()) ->
                closed = Optional.of(end);
            case Entry.Verified _ when whole -> verified = true;
            case Entry.Recovered again when (again.retry() && ended == RunStatus.PARTIAL)
                    || (ended == RunStatus.STUCK && opened.kind() == RunKind.REHEARSAL) -> {
                closed = Optional.empty();
                recover();
            }
            default -> throw new IllegalStateException("a record after the end of the run");
        }
    }

    private void recover() {
        standing = Standing.WORKING;
        reasons.clear();
        targets.replaceAll((_, state) -> state == TargetState.INTENDED ? TargetState.UNKNOWN : state);
    }

    private void open(Entry.WaveOpened opening) {
        wave = opening.wave();
        opening.targets().forEach(target -> targets.putIfAbsent(target, TargetState.NOT_STARTED));
    }

    private void intend(Entry.Intent intent) {
        AccountId target = intent.target();
        if (!targets.containsKey(target)) {
            throw new IllegalStateException("a request for " + target + ", which is in no wave");
        }
        boolean turn = opened.kind() == RunKind.REHEARSAL
                && TURNING_POINTS.contains(targets.getOrDefault(target, TargetState.NOT_STARTED));
        boolean again = acceptedSteps.getOrDefault(target, 0) >= intent.step();
        if (turn) {
            targets.put(target, TargetState.INTENDED);
        } else if (again) {
            throw new IllegalStateException(
                    "step " + intent.step() + " of " + target + " again, after it was accepted");
        } else {
            move(target, TargetState.INTENDED);
        }
        if (keepsAccounts) {
            before.putIfAbsent(target, intent.before());
        }
        intendedSteps.put(target, intent.step());
        refusedForNow.remove(target);
    }

    private void reject(Entry.Rejected rejected) {
        AccountId target = rejected.target();
        move(target, TargetState.REJECTED);
        if (FOR_NOW.contains(rejected.status())) {
            refusedForNow.add(target);
        }
        if (acceptedSteps.containsKey(target)) {
            // An earlier request of this target stands, whatever became of this one.
            targets.put(target, TargetState.ACCEPTED);
        }
    }

    /** Of a request that left, or of one before it, nobody can say any more what it did. */
    private void lose(AccountId target) {
        TargetState from = targets.getOrDefault(target, TargetState.NOT_STARTED);
        if (!ON_THE_WIRE.contains(from)) {
            throw new IllegalStateException(target + " cannot go from " + from.label() + " to unknown");
        }
        targets.put(target, TargetState.UNKNOWN);
    }

    private void observe(Entry.Observed observed) {
        if (!SEEN.contains(observed.state())) {
            throw new IllegalStateException("no look makes " + observed.state().label() + " of a target");
        }
        move(observed.target(), observed.state());
        found.put(observed.target(), observed.found());
        if (observed.state() == TargetState.NOT_APPLIED) {
            acceptedSteps.remove(observed.target());
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

    /** What a look may make of a state is what the recovery table decides; what a request may make of it stands here. */
    private static Map<TargetState, Set<TargetState>> transitions() {
        Map<TargetState, Set<TargetState>> allowed = new EnumMap<>(TargetState.class);
        allowed.put(TargetState.NOT_STARTED, EnumSet.of(TargetState.INTENDED, TargetState.SKIPPED));
        allowed.put(TargetState.INTENDED, EnumSet.of(TargetState.REJECTED, TargetState.ACCEPTED));
        allowed.put(TargetState.NOT_APPLIED, EnumSet.of(TargetState.INTENDED));
        allowed.put(TargetState.REJECTED, EnumSet.of(TargetState.INTENDED));
        allowed.put(TargetState.ACCEPTED, EnumSet.of(TargetState.INTENDED));
        for (RecoveryTable.Cell cell : RecoveryTable.cells()) {
            for (TargetState state : TargetState.values()) {
                boolean looked = cell.last() != LastRecord.NONE && state != TargetState.INTENDED;
                if (looked && LastRecord.of(state) == cell.last() && SEEN.contains(cell.becomes())) {
                    allowed.computeIfAbsent(state, _ -> EnumSet.noneOf(TargetState.class)).add(cell.becomes());
                }
            }
        }
        return allowed;
    }

    private static Map<RunStatus, Set<RunStatus>> laterEnds() {
        Map<RunStatus, Set<RunStatus>> ends = new EnumMap<>(RunStatus.class);
        ends.put(RunStatus.COMPLETED, EnumSet.of(RunStatus.VIOLATED, RunStatus.UNDONE, RunStatus.CLOSED));
        ends.put(RunStatus.PARTIAL, EnumSet.of(RunStatus.VIOLATED, RunStatus.UNDONE, RunStatus.CLOSED));
        ends.put(RunStatus.VIOLATED, EnumSet.of(RunStatus.UNDONE, RunStatus.CLOSED));
        ends.put(RunStatus.STUCK, EnumSet.of(RunStatus.UNDONE, RunStatus.CLOSED));
        ends.put(RunStatus.CLOSED, EnumSet.of(RunStatus.UNDONE));
        ends.put(RunStatus.UNDONE, EnumSet.of(RunStatus.UNDONE));
        return ends;
    }

    /** The states that a state may go to by a record of its target, for every state that is not a last one. */
    public static Map<TargetState, Set<TargetState>> allowed() {
        return ALLOWED;
    }

    /**
     * How the run stands.
     *
     * @param alive whether a process works on it
     */
    public RunStatus status(boolean alive) {
        if (closed.isPresent()) {
            return closed.get().status();
        }
        return switch (standing) {
            case HALTED -> RunStatus.HALTED;
            case PAUSED -> begun() == opened.targets() ? RunStatus.UNKNOWN : RunStatus.PAUSED;
            case WORKING -> alive ? RunStatus.RUNNING : RunStatus.INTERRUPTED;
        };
    }

    private int begun() {
        return (int) targets.values().stream().filter(state -> state != TargetState.NOT_STARTED).count();
    }

    /** Targets whose outcome is not settled, or that were refused only for now; none once the run has come to an end that keeps nothing open. */
    public int pending() {
        if (closed.filter(end -> !end.status().isOpen()).isPresent()) {
            return 0;
        }
        long settled = targets.entrySet().stream()
                .filter(target -> isSettled(target.getValue()) && !refusedForNow.contains(target.getKey())).count();
        boolean away = opened.kind() == RunKind.REHEARSAL;
        return away ? opened.targets() : opened.targets() - (int) settled;
    }

    private static boolean isSettled(TargetState state) {
        return switch (state) {
            case VERIFIED, SKIPPED, REJECTED, OVERTAKEN -> true;
            case NOT_STARTED, INTENDED, ACCEPTED, UNKNOWN, MISSING, PARTIAL, NOT_APPLIED, VIOLATED -> false;
        };
    }

    /** Whether a later look found it as declared. */
    public boolean isVerified() {
        return verified;
    }

    /** The wave that was opened last, from 1; 0 before the first. */
    public int wave() {
        return wave;
    }

    /** When the last record was written, by the local clock. */
    public Instant last() {
        return last;
    }

    /** The targets that the service refused only for the moment it was asked. */
    public Set<AccountId> refusedForNow() {
        return Set.copyOf(refusedForNow);
    }

    /** Why a target was not touched. */
    public Optional<String> skipped(AccountId target) {
        return Optional.ofNullable(skipped.get(target));
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

    /**
     * Each target for which a request may have left, as it was before the first one.
     *
     * @throws IllegalStateException when this state was folded without accounts
     */
    public Map<AccountId, Observation> before() {
        if (!keepsAccounts) {
            throw new IllegalStateException("this state was folded without accounts");
        }
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
