package dev.shisa.rehearsal;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.FacetValue;
import dev.shisa.account.Harm;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Contract;
import dev.shisa.catalog.Decision;
import dev.shisa.catalog.Impact;
import dev.shisa.evidence.Coverage;
import dev.shisa.evidence.Evidence;
import dev.shisa.evidence.EvidenceKey;
import dev.shisa.evidence.Residue;
import dev.shisa.execute.Executor;
import dev.shisa.execute.Gathering;
import dev.shisa.execute.Halt;
import dev.shisa.execute.Job;
import dev.shisa.execute.JobResult;
import dev.shisa.execute.Keepsakes;
import dev.shisa.execute.Recipe;
import dev.shisa.execute.Timer;
import dev.shisa.journal.Entry;
import dev.shisa.journal.Journal;
import dev.shisa.journal.RunState;
import dev.shisa.journal.RunStatus;
import dev.shisa.journal.TargetState;
import dev.shisa.judge.Attribution;
import dev.shisa.judge.Baseline;
import dev.shisa.judge.Finding;
import dev.shisa.judge.Judge;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Scene;
import dev.shisa.judge.Verdict;
import dev.shisa.plan.Restoration;
import dev.shisa.plan.Sorting;
import dev.shisa.plan.Target;
import dev.shisa.site.Site;
import dev.shisa.site.Waits;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import dev.shisa.tenant.TenantWriter;
import dev.shisa.text.Text;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Makes evidence: does the command on one rehearsal account, looks, judges, brings it back, looks, and judges again against what was before.
 */
public final class Rehearser {
    private static final Duration PAST_EVERY_BOUND = Duration.ofDays(1);

    private final TenantReader reader;
    private final TenantWriter writer;
    private final Site site;
    private final Set<Facet> watched;
    private final Timer timer;

    /**
     * A rehearser for one tenant.
     *
     * @param reader looks
     * @param writer writes
     * @param site what the tenant's owners pin
     * @param watched facets that can be read
     * @param timer local time
     */
    public Rehearser(TenantReader reader, TenantWriter writer, Site site, Set<Facet> watched, Timer timer) {
        this.reader = reader;
        this.writer = writer;
        this.site = site;
        this.watched = Set.copyOf(watched);
        this.timer = timer;
    }

    /**
     * Rehearses a decision on one account.
     *
     * @param decision what is rehearsed
     * @param scene the rehearsal account, and what brings it into the state that the decision works on
     * @param opened how its journal begins
     * @param journal the rehearsal's journal, empty
     * @param keepsakes takes what the account loses before it is written
     * @throws IOException when the journal cannot be written
     * @throws TenantFailure when the tenant cannot be read before the first write
     */
    public RehearsalResult rehearse(Decision decision, Stage.Scene scene, Entry.Opened opened, Journal journal,
            Keepsakes keepsakes)
            throws IOException, TenantFailure, InterruptedException {
        Target account = scene.account();
        journal.append(opened);
        journal.append(new Entry.WaveOpened(timer.now(), 1, List.of(account.id())));
        journal.force();
        Map<AccountId, Roles> roles = reader.roles();
        Executor executor = new Executor(reader, writer, journal, roles, site.waits(), timer, keepsakes, Halt.none());
        Observation original = Gathering.observeOne(reader, account.id(), roles);
        Trip trip = new Trip(decision, account, opened, journal, executor, reader.tenantTraits(), original, original,
                Executor.timeOf(original));
        if (scene.preparation().isEmpty()) {
            return there(trip, Optional.of(account.fingerprint()));
        }
        List<String> unprepared = prepare(trip, scene.preparation().get());
        return unprepared.isEmpty() ? there(trip, Optional.empty()) : back(trip, unprepared, Optional.empty(), false);
    }

    /** Brings the account into the state that a restoring command works on, as declared; otherwise nothing is proved by restoring it. */
    private List<String> prepare(Trip trip, Decision preparation) throws IOException, InterruptedException {
        Contract contract = preparation.contract().boundedBy(site.waits().within());
        JobResult made = trip.executor().execute(new Job(trip.account().id(), Optional.of(trip.account().fingerprint()),
                Recipe.of(preparation), contract));
        return switch (made) {
            case JobResult.Skipped skipped ->
                List.of(Text.of("could not be prepared: {0}", skipped.reason()).toString());
            case JobResult.Left left -> List.of(Text.of("could not be prepared: {0}", left.reason()).toString());
            case JobResult.Held _ ->
                List.of(Text.of("could not be prepared: {0}", Text.of("it was not begun")).toString());
            case JobResult.Refused refused ->
                List.of(Text.of("could not be prepared: {0}", refused.sentence()).toString());
            case JobResult.Written _,JobResult.Violated _,JobResult.Unresolved _ -> {
                List<String> found = complaints(look(trip, contract), trip);
                observed(trip, found.isEmpty() ? TargetState.VERIFIED : TargetState.VIOLATED, found);
                yield found.stream()
                        .map(text -> Text.of("prepared by {0}: {1}", preparation.command().name(), text).toString())
                        .toList();
            }
        };
    }

    private RehearsalResult there(Trip trip, Optional<String> fingerprint) throws IOException, InterruptedException {
        Contract contract = trip.decision().contract().boundedBy(site.waits().within());
        JobResult there = trip.executor()
                .execute(new Job(trip.account().id(), fingerprint, Recipe.of(trip.decision()), contract));
        return switch (there) {
            case JobResult.Skipped skipped -> back(trip, List.of(skipped.reason()), Optional.empty(), false);
            case JobResult.Held _ ->
                back(trip, List.of(Text.of("it was not begun").toString()), Optional.empty(), false);
            case JobResult.Left left -> back(trip, List.of(left.reason()), Optional.empty(), false);
            case JobResult.Refused refused -> back(trip, List.of(refused.sentence()), Optional.empty(), false);
            case JobResult.Written written -> seen(trip.begun(written.before(), written.writtenAt()), contract);
            case JobResult.Violated lost -> seen(trip.begun(lost.before(), lost.writtenAt()), contract);
            case JobResult.Unresolved open -> seen(trip.begun(open.before(), open.writtenAt()), contract);
        };
    }

    private RehearsalResult seen(Trip trip, Contract contract) throws IOException, InterruptedException {
        Optional<Look> there = look(trip, contract);
        List<String> found = complaints(there, trip);
        if (there.isPresent()) {
            observed(trip, found.isEmpty() ? TargetState.VERIFIED : TargetState.VIOLATED, found);
        }
        return back(trip, found, there, there.isEmpty());
    }

    /**
     * Brings the account back to how it was at the very beginning, and says what the way there and back came to.
     *
     * @param unseen whether something was sent and nobody has seen what it did
     */
    private RehearsalResult back(Trip trip, List<String> complaints, Optional<Look> there, boolean unseen)
            throws IOException, InterruptedException {
        List<String> found = new ArrayList<>(complaints);
        boolean oneWay = trip.decision().command().impact() == Impact.IRREVERSIBLE && there.isPresent();
        if (!oneWay) {
            bringBack(trip, unseen);
        }
        Optional<Look> back = look(trip.from(trip.original()), new Contract(List.of()));
        List<Residue> residue = back.map(look -> residue(trip.original(), look.after())).orElse(List.of());
        boolean broughtBack = back.isPresent()
                && (oneWay || residue.stream().allMatch(left -> left.harm() != Harm.CRITICAL));
        if (!broughtBack) {
            residue.stream().filter(left -> left.harm() == Harm.CRITICAL)
                    .map(left -> "not brought back: " + left.facet().label() + ": "
                            + left.before() + " -> " + left.after())
                    .forEach(found::add);
        }
        if (back.isEmpty()) {
            found.add(Text.of("the account could not be read after it was brought back").toString());
        }
        close(trip.journal(), broughtBack ? RunStatus.COMPLETED : RunStatus.STUCK,
                found.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Text.of("not as declared: {0}", String.join("; ", found)).toString()));
        return found.isEmpty()
                ? new RehearsalResult.AsDeclared(evidence(trip, there.orElseThrow(), residue))
                : new RehearsalResult.NotAsDeclared(trip.opened().run(), trip.account().name(), found, broughtBack);
    }

    /**
     * One account on its way: how it was at the very beginning, and how it was before the request that is judged.
     */
    private record Trip(Decision decision, Target account, Entry.Opened opened, Journal journal, Executor executor,
            SortedMap<String, String> tenantTraits, Observation original,
            Observation before, Instant writtenAt) {
        Trip begun(Observation asBefore, Instant at) {
            return new Trip(decision, account, opened, journal, executor, tenantTraits, original, asBefore, at);
        }

        Trip from(Observation asBefore) {
            return begun(asBefore, writtenAt);
        }
    }

    /** A look and what it was judged to be. */
    private record Look(Observation after, Judgement judgement, Duration waited) {
    }

    /**
     * Ends a rehearsal whose process is gone: finds out what became of its request, brings the account back, and closes its journal.
     *
     * @param state what its journal told before it was taken up again
     * @param journal its journal, taken up again
     * @throws TenantFailure when the account cannot be read before anything is written
     */
    public void end(RunState state, Journal journal) throws IOException, TenantFailure, InterruptedException {
        Optional<Map.Entry<AccountId, Observation>> written = state.before().entrySet().stream().findFirst();
        if (written.isEmpty()) {
            close(journal, RunStatus.CLOSED, Optional.of(Text.of("nothing was written").toString()));
            return;
        }
        AccountId id = written.get().getKey();
        Restoration restoration = new Restoration(written.get().getValue());
        Map<AccountId, Roles> roles = reader.roles();
        TargetState told = Optional.ofNullable(state.targets().get(id)).orElse(TargetState.NOT_STARTED);
        boolean open = told == TargetState.INTENDED || told == TargetState.UNKNOWN;
        Observation now = settled(id, restoration, roles, open || told == TargetState.ACCEPTED);
        boolean away = restoration.next(now).isPresent();
        if (open) {
            journal.append(new Entry.Observed(timer.now(), id, away ? TargetState.PARTIAL : TargetState.NOT_APPLIED,
                    List.of((away
                            ? Text.of("it does not look as before the rehearsal")
                            : Text.of("it looks as before the request")).toString())));
        }
        if (away) {
            new Executor(reader, writer, journal, roles, site.waits(), timer, Keepsakes.none(), Halt.none())
                    .execute(new Job(id, Optional.empty(), Recipe.of(restoration), restoration.contract()));
            now = broughtBack(id, written.get().getValue(), roles);
        }
        List<Residue> critical = residue(written.get().getValue(), now).stream()
                .filter(left -> left.harm() == Harm.CRITICAL).toList();
        close(journal, critical.isEmpty() ? RunStatus.COMPLETED : RunStatus.STUCK,
                Optional.of(critical.isEmpty()
                        ? Text.of("it was interrupted and brought back, and proves nothing").toString()
                        : Text.of("not brought back: {0}", critical).toString()));
    }

    /** A request whose answer nobody heard, or whose effect nobody saw, may still take effect, so what looks untouched is looked at until the longest wait is over. */
    private Observation settled(AccountId id, Restoration restoration, Map<AccountId, Roles> roles, boolean open)
            throws TenantFailure, InterruptedException {
        Observation now = Gathering.observeOne(reader, id, roles);
        for (int look = 1; open && look < site.waits().looks() && restoration.next(now).isEmpty(); look++) {
            timer.await(site.waits().reread());
            now = Gathering.observeOne(reader, id, roles);
        }
        return now;
    }

    private Observation broughtBack(AccountId id, Observation original, Map<AccountId, Roles> roles)
            throws TenantFailure, InterruptedException {
        Observation now = Gathering.observeOne(reader, id, roles);
        for (int look = 1; look < site.waits().looks() && !residue(original, now).isEmpty(); look++) {
            timer.await(site.waits().reread());
            now = Gathering.observeOne(reader, id, roles);
        }
        return now;
    }

    /** Where the account cannot be read nothing is sent; the last look then says that it is not brought back. */
    private void bringBack(Trip trip, boolean unseen) throws IOException, InterruptedException {
        Restoration restoration = new Restoration(trip.original());
        try {
            if (restoration.next(reader.observe(List.of(trip.account().id())).getFirst()).isEmpty()) {
                return;
            }
        } catch (TenantFailure e) {
            return;
        }
        if (unseen) {
            observed(trip, TargetState.PARTIAL, List.of(Text.of("it could be read only on the way back").toString()));
        }
        trip.executor().execute(
                new Job(trip.account().id(), Optional.empty(), Recipe.of(restoration), restoration.contract()));
    }

    /** Looks until the judgement passes or the wait is over; then what is still pending counts as missing. */
    private Optional<Look> look(Trip trip, Contract contract) throws InterruptedException {
        Optional<Look> last = Optional.empty();
        Waits waits = site.waits();
        for (int number = 0; number < waits.looks(); number++) {
            if (number > 0) {
                timer.await(waits.reread());
            }
            try {
                AccountId id = trip.account().id();
                Observation after = Gathering.observeOne(reader, id, reader.roles());
                Instant now = Executor.timeOf(after);
                boolean lastLook = number == waits.looks() - 1;
                Judgement judgement = Judge.judge(new Scene(contract, Map.of(id, trip.writtenAt()),
                        Map.of(id, trip.before()),
                        Map.of(id, after), lastLook ? now.plus(PAST_EVERY_BOUND) : now, watched, Baseline.still(),
                        Attribution.Lookup.notAsked()));
                last = Optional.of(new Look(after, judgement, waits.reread().multipliedBy(number)));
                boolean lost = !contract.effects().isEmpty() && judgement.verdict() == Verdict.FAILED;
                if (lost || judgement.verdict() == Verdict.PASSED) {
                    return last;
                }
            } catch (TenantFailure e) {
                // The next look asks again; a rehearsal without a last look is no evidence.
                last = Optional.empty();
            }
        }
        return last;
    }

    private List<String> complaints(Optional<Look> look, Trip trip) {
        return look.map(seen -> complaints(seen.judgement(), trip))
                .orElseGet(() -> List.of(Text.of("the account could not be read").toString()));
    }

    private List<String> complaints(Judgement judgement, Trip trip) {
        boolean touched = judgement.findings(Outcome.MET).stream()
                .anyMatch(met -> !met.before().value().equals(met.after().value()));
        if (judgement.verdict() == Verdict.PASSED && touched) {
            return List.of();
        }
        List<String> complaints = judgement.notable().stream()
                .filter(f -> f.outcome() != Outcome.MET && f.outcome() != Outcome.IMPLIED)
                .map(f -> f.outcome().label() + " " + describe(f)).toList();
        return complaints.isEmpty()
                ? List.of(Text.of("nothing that was declared was seen to change on {0}", trip.account().name())
                        .toString())
                : complaints;
    }

    private static String describe(Finding finding) {
        return finding.describe();
    }

    private List<Residue> residue(Observation before, Observation after) {
        List<Residue> residue = new ArrayList<>();
        for (Facet facet : watched) {
            Optional<FacetValue> was = before.value(facet);
            Optional<FacetValue> is = after.value(facet);
            if (was.isPresent() && !was.equals(is)) {
                residue.add(new Residue(facet, was.get().describe(), is.map(FacetValue::describe).orElse("unseen"),
                        is.map(value -> Harm.of(was.get(), value)).orElse(Harm.CRITICAL)));
            }
        }
        return residue;
    }

    private Evidence evidence(Trip trip, Look there, List<Residue> residue) {
        Instant made = Executor.timeOf(there.after());
        return new Evidence(
                EvidenceKey.of(trip.opened().tenantId(), trip.tenantTraits(), trip.decision(),
                        Sorting.target(trip.before(), trip.decision()).shape()),
                trip.account().id(),
                trip.account().name(), trip.opened().run(), made,
                made.plus(trip.decision().command().impact().evidenceLife()),
                Coverage.held(trip.before(), watched), List.copyOf(trip.executor().warnings()), there.waited(),
                residue);
    }

    private void observed(Trip trip, TargetState state, List<String> found) throws IOException {
        trip.journal().append(new Entry.Observed(timer.now(), trip.account().id(), state, found));
    }

    private void close(Journal journal, RunStatus status, Optional<String> note) throws IOException {
        journal.append(new Entry.Closed(timer.now(), status, note));
        journal.force();
    }
}
