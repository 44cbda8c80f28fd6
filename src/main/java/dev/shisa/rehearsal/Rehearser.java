package dev.shisa.rehearsal;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.FacetValue.Roles;
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
import dev.shisa.execute.Job;
import dev.shisa.execute.JobResult;
import dev.shisa.execute.Recipe;
import dev.shisa.execute.Timer;
import dev.shisa.journal.Entry;
import dev.shisa.journal.Journal;
import dev.shisa.journal.RunKind;
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
import dev.shisa.plan.Target;
import dev.shisa.site.Site;
import dev.shisa.site.Waits;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import dev.shisa.tenant.TenantWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
     * What a rehearsal is to be called and where it belongs.
     *
     * @param run name of its run
     * @param tenantId the tenant
     * @param domain its default domain
     * @param plan name of the plan that needs it
     * @param planDigest digest of that plan's file
     */
    public record Occasion(String run, String tenantId, String domain, String plan, String planDigest) {
    }

    /**
     * Rehearses a decision on one account.
     *
     * @param decision what is rehearsed
     * @param account the rehearsal account
     * @param occasion how it is called
     * @param journal the rehearsal's journal, empty
     * @throws IOException when the journal cannot be written
     * @throws TenantFailure when the tenant cannot be read before the first write
     */
    public RehearsalResult rehearse(Decision decision, Target account, Occasion occasion, Journal journal)
            throws IOException, TenantFailure, InterruptedException {
        journal.append(
                new Entry.Opened(timer.now(), occasion.run(), RunKind.REHEARSAL, occasion.tenantId(), occasion.domain(),
                        decision.command().name(), decision.words(), occasion.plan(), occasion.planDigest(), 1, 1));
        journal.append(new Entry.WaveOpened(timer.now(), 1, List.of(account.id())));
        journal.force();
        Map<AccountId, Roles> roles = reader.roles();
        Executor executor = new Executor(reader, writer, journal, roles, site.waits(), timer);
        Contract contract = decision.contract().boundedBy(site.waits().within());
        JobResult there = executor
                .execute(new Job(account.id(), Optional.of(account.fingerprint()), Recipe.of(decision), contract));
        return switch (there) {
            case JobResult.Skipped skipped -> untouched(journal, occasion, account, skipped.reason());
            case JobResult.Refused refused -> untouched(journal, occasion, account, refused.sentence());
            case JobResult.Written written ->
                thereAndBack(
                        new Trip(decision, account, occasion, journal, executor, written.before(), written.writtenAt()),
                        contract);
            case JobResult.Violated lost ->
                thereAndBack(new Trip(decision, account, occasion, journal, executor, lost.before(), lost.writtenAt()),
                        contract);
            case JobResult.Unresolved open ->
                thereAndBack(new Trip(decision, account, occasion, journal, executor, open.before(), open.writtenAt()),
                        contract);
        };
    }

    /** One account on its way. */
    private record Trip(Decision decision, Target account, Occasion occasion, Journal journal, Executor executor,
            Observation before,
            Instant writtenAt) {
    }

    /** A look and what it was judged to be. */
    private record Look(Observation after, Judgement judgement, Duration waited) {
    }

    private RehearsalResult untouched(Journal journal, Occasion occasion, Target account, String reason)
            throws IOException {
        close(journal, RunStatus.COMPLETED, Optional.of("not rehearsed: " + reason));
        return new RehearsalResult.NotAsDeclared(occasion.run(), account.name(), List.of(reason), true);
    }

    private RehearsalResult thereAndBack(Trip trip, Contract contract) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        Optional<Look> there = look(trip, contract);
        there.ifPresentOrElse(look -> found.addAll(complaints(look.judgement(), trip)),
                () -> found.add("the account could not be read"));
        if (there.isPresent()) {
            observed(trip, found.isEmpty() ? TargetState.VERIFIED : TargetState.VIOLATED, found);
        }
        boolean oneWay = trip.decision().command().impact() == Impact.IRREVERSIBLE;
        if (!oneWay) {
            bringBack(trip);
        }
        Optional<Look> back = look(trip, new Contract(List.of()));
        List<Residue> residue = back.map(look -> residue(trip.before(), look.after())).orElse(List.of());
        boolean broughtBack = back.isPresent()
                && (oneWay || residue.stream().allMatch(left -> left.harm() != Harm.CRITICAL));
        if (!broughtBack) {
            residue.stream().filter(left -> left.harm() == Harm.CRITICAL)
                    .map(left -> "not brought back: " + left.facet().label() + ": "
                            + left.before() + " -> " + left.after())
                    .forEach(found::add);
        }
        if (back.isEmpty()) {
            found.add("the account could not be read after it was brought back");
        }
        close(trip.journal(), broughtBack ? RunStatus.COMPLETED : RunStatus.STUCK,
                found.isEmpty() ? Optional.empty() : Optional.of("not as declared: " + String.join("; ", found)));
        return found.isEmpty()
                ? new RehearsalResult.AsDeclared(evidence(trip, there.orElseThrow(), residue))
                : new RehearsalResult.NotAsDeclared(trip.occasion().run(), trip.account().name(), found, broughtBack);
    }

    private void bringBack(Trip trip) throws IOException, InterruptedException {
        Restoration restoration = new Restoration(trip.before());
        Recipe recipe = new Recipe() {
            @Override
            public int mostSteps() {
                return Restoration.MOST_STEPS;
            }

            @Override
            public Optional<dev.shisa.catalog.WireCall> next(Observation now, int done) {
                return restoration.next(now);
            }
        };
        trip.executor().execute(new Job(trip.account().id(), Optional.empty(), recipe, restoration.contract()));
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
                if (judgement.verdict() == Verdict.PASSED) {
                    return last;
                }
            } catch (TenantFailure e) {
                // The next look asks again; a rehearsal without a last look is no evidence.
                last = Optional.empty();
            }
        }
        return last;
    }

    private List<String> complaints(Judgement judgement, Trip trip) {
        if (judgement.verdict() == Verdict.PASSED && judgement.count(Outcome.MET) > 0) {
            return List.of();
        }
        List<String> complaints = judgement.notable().stream()
                .filter(f -> f.outcome() != Outcome.MET && f.outcome() != Outcome.IMPLIED)
                .map(f -> f.outcome().label() + " " + describe(f)).toList();
        return complaints.isEmpty()
                ? List.of("nothing that was declared was seen on " + trip.account().name())
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
        return new Evidence(EvidenceKey.of(trip.occasion().tenantId(), trip.decision(), trip.account().shape()),
                trip.account().id(),
                trip.account().name(), trip.occasion().run(), made,
                made.plus(trip.decision().command().impact().evidenceLife()),
                Coverage.held(trip.before(), watched), List.of(), there.waited(), residue);
    }

    private void observed(Trip trip, TargetState state, List<String> found) throws IOException {
        trip.journal().append(new Entry.Observed(timer.now(), trip.account().id(), state, found));
    }

    private void close(Journal journal, RunStatus status, Optional<String> note) throws IOException {
        journal.append(new Entry.Closed(timer.now(), status, note));
        journal.force();
    }
}
