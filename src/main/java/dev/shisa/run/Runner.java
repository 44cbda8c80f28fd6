package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.execute.Executor;
import dev.shisa.execute.Gathering;
import dev.shisa.execute.Halt;
import dev.shisa.execute.HaltingTimer;
import dev.shisa.execute.JobResult;
import dev.shisa.execute.Keepsakes;
import dev.shisa.execute.Timer;
import dev.shisa.journal.Entry;
import dev.shisa.journal.Journal;
import dev.shisa.journal.RecoveryTable;
import dev.shisa.journal.Sight;
import dev.shisa.journal.TargetState;
import dev.shisa.judge.Finding;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Verdict;
import dev.shisa.plan.Target;
import dev.shisa.plan.Waves;
import dev.shisa.tenant.NarrowWriter;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import dev.shisa.tenant.TenantWriter;
import dev.shisa.text.Text;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Works through the waves of a run. After every wave a gate looks; only a gate that passed opens the next wave, and later gates are no laxer
 * than earlier ones. Accounts whose mailbox is still on its way stay unjudged, and the next wave is smaller by their number.
 */
public final class Runner {
    private final RunOrder order;
    private final TenantReader reader;
    private final Journal journal;
    private final Timer timer;
    private final Halt halt;
    private final Progress progress;
    private final TenantWriter writer;
    private final Keepsakes keepsakes;
    private final AuditTrail audit;
    private final Surroundings surroundings;
    private final Tally tally;
    private final List<Judgement> judgements = new ArrayList<>();
    private final TreeSet<String> stops = new TreeSet<>();
    private final Set<AccountId> onTheirWay = new HashSet<>();
    private final Set<AccountId> left = new TreeSet<>();
    private final SortedMap<String, Integer> stopped = new TreeMap<>();
    private boolean violated;
    private int failuresInARow;
    private int exposureMax;

    /**
     * A runner for one run.
     *
     * @param order what is to be done
     * @param earlier what is known of its targets; empty unless it was begun before
     * @param reader looks
     * @param writer writes
     * @param journal the run's journal
     * @param keepsakes takes what accounts lose before they are written
     * @param timer local time
     * @param halt whether somebody wants it to stop
     * @param prober tries the site's probes
     * @param progress told what goes on
     */
    public Runner(RunOrder order, Tally earlier, TenantReader reader, TenantWriter writer, Journal journal,
            Keepsakes keepsakes, Timer timer, Halt halt, Prober prober, Progress progress) {
        this.order = order;
        this.reader = reader;
        this.journal = journal;
        this.timer = new HaltingTimer(timer, halt);
        this.halt = halt;
        this.progress = progress;
        this.writer = new NarrowWriter(writer, order.site().concurrency());
        this.keepsakes = keepsakes;
        this.tally = earlier;
        this.audit = new AuditTrail(reader, writer.application(), order.site().waits(), this.timer);
        this.surroundings = new Surroundings(reader, order.site().probes(), prober);
    }

    /**
     * Runs until every wave passed its gate or something stops it.
     *
     * @throws IOException when the journal cannot be written
     * @throws TenantFailure when the tenant cannot be read before the first write; nothing was written then
     */
    public RunEnding run() throws IOException, TenantFailure, InterruptedException {
        journal.append(order.opened());
        journal.force();
        return goOn();
    }

    /**
     * Goes on with a run that was begun before: first everything that was written is looked at, and judged; then the waves go on with the targets
     * that are left, beginning small again.
     *
     * @throws IOException when the journal cannot be written
     * @throws TenantFailure when the tenant cannot be read before the first write; nothing was written then
     */
    public RunEnding goOn() throws IOException, TenantFailure, InterruptedException {
        Map<AccountId, Roles> roles = reader.roles();
        Executor executor = new Executor(reader, writer, journal, roles, order.site().waits(), timer, keepsakes, halt);
        try {
            new Settling(order, reader, timer, journal, tally).settle(roles);
            HarmGate gate = HarmGate.open(order, reader, timer, roles,
                    Gathering.observe(reader, tally.intended().keySet(), roles), audit, surroundings);
            waves(gate, executor);
        } catch (InterruptedException e) {
            stops.add(Text.of("nobody waited until what was written is seen: {0} accounts", tally.unsettled().size())
                    .toString());
        }
        if (!left.isEmpty()) {
            stops.add(Text.of("not begun, because they could not be read: {0} accounts", left.size()).toString());
        }
        Optional<String> halted = halt.reason();
        if (!stops.isEmpty()) {
            journal.append(new Entry.Paused(timer.now(), stops));
        }
        if (halted.isPresent()) {
            journal.append(new Entry.Halted(timer.now(), halted.get()));
        }
        return new RunEnding(tally.states(), tally.reasons(), tally.written(), tally.before(), tally.after(),
                judgements, stops, halted, violated, exposureMax, executor.warnings());
    }

    private void waves(HarmGate gate, Executor executor) throws IOException, InterruptedException {
        recover(gate);
        Waves waves = new Waves(order.targets().stream().filter(target -> tally.isToBeWritten(target.id())).toList(),
                order.exposure());
        complete(gate, 0, 0);
        for (int wave = 1; !waves.isEmpty() && mayGoOn(); wave++) {
            complete(gate, wave - 1, order.exposure() - 1);
            order.premises().changed().ifPresent(stops::add);
            if (mayGoOn()) {
                work(gate, executor, waves, wave);
            }
        }
        complete(gate, 0, 0);
    }

    private boolean mayGoOn() {
        return stops.isEmpty() && halt.reason().isEmpty();
    }

    /** What an earlier process wrote is looked at before anything else, whatever was made of it then. */
    private void recover(HarmGate gate) throws IOException, InterruptedException {
        onTheirWay.addAll(tally.unsettled());
        if (!tally.written().isEmpty()) {
            pass(gate, 0, List.of(), new HashSet<>(tally.written().keySet()));
        }
    }

    private void work(HarmGate gate, Executor executor, Waves waves, int wave)
            throws IOException, InterruptedException {
        int left = waves.left();
        List<Target> targets = waves.next(order.exposure() - onTheirWay.size());
        progress.waveOpened(order.run(), wave, wave - 1 + left, targets.size(), onTheirWay.size(), order.exposure());
        journal.append(new Entry.WaveOpened(timer.now(), wave, targets.stream().map(Target::id).toList()));
        WaveWorkers.Worked worked = WaveWorkers.work(executor, order.jobs(), targets, order.site(),
                failuresInARow, halt);
        failuresInARow = worked.failuresInARow();
        worked.stop().ifPresent(stops::add);
        worked.results().forEach(this::note);
        waves.putBack(worked.notBegun());
        executor.warnings().stream().filter(text -> !order.knownWarnings().contains(text))
                .forEach(text -> stops.add(Text.of("a warning that no rehearsal showed: {0}", text).toString()));
        pass(gate, wave, worked.results());
    }

    private void note(JobResult result) {
        switch (result) {
            case JobResult.Written written ->
                tally.written(written.target(), TargetState.ACCEPTED, written.before(), written.writtenAt());
            case JobResult.Unresolved unresolved -> {
                tally.written(unresolved.target(), TargetState.UNKNOWN, unresolved.before(), unresolved.writtenAt());
                tally.reasons().put(unresolved.target(), unresolved.sentence());
            }
            case JobResult.Violated lost ->
                tally.written(lost.target(), TargetState.ACCEPTED, lost.before(), lost.writtenAt());
            case JobResult.Refused refused ->
                tally.untouched(refused.target(), TargetState.REJECTED, refused.sentence());
            case JobResult.Skipped skipped -> tally.untouched(skipped.target(), TargetState.SKIPPED, skipped.reason());
            case JobResult.Held _ -> throw new IllegalStateException("a wave gives back what it held");
            case JobResult.Left target -> {
                tally.reasons().put(target.target(), target.reason());
                if (halt.reason().isEmpty()) {
                    left.add(target.target());
                }
            }
        }
    }

    /** Waits at gates until no more than so many accounts are on their way. Each gate waits by itself, so their number is bounded. */
    private void complete(HarmGate gate, int wave, int most) throws IOException, InterruptedException {
        for (int look = 0; onTheirWay.size() > most && mayGoOn(); look++) {
            if (look == order.site().waits().looks()) {
                stops.add(Text.of("still on their way: {0} accounts", onTheirWay.size()).toString());
                return;
            }
            if (look > 0) {
                timer.await(order.site().waits().reread());
            }
            pass(gate, wave, List.of());
        }
    }

    private void pass(HarmGate gate, int wave, List<JobResult> results) throws IOException, InterruptedException {
        Set<AccountId> judged = new HashSet<>(onTheirWay);
        results.stream().map(JobResult::target).filter(tally.written()::containsKey).forEach(judged::add);
        exposureMax = Math.max(exposureMax, judged.size());
        pass(gate, wave, results, judged);
    }

    private void pass(HarmGate gate, int wave, List<JobResult> results, Set<AccountId> judged)
            throws IOException, InterruptedException {
        try {
            HarmGate.Finding finding = gate.judge(look(judged, results));
            judgements.add(finding.judgement());
            observed(judged, finding);
            journal.append(new Entry.Gate(timer.now(), wave, finding.verdict(), finding.judgement().counts()));
            stopped.forEach((label, count) -> stops.add(at(wave,
                    Text.of("{0} accounts are {1}", count, label).toString())));
            stopped.clear();
            if (finding.verdict() != Verdict.PASSED) {
                finding.reasons().forEach(reason -> stops.add(at(wave, reason)));
                stops.add((wave == 0
                        ? Text.of("completion gate {0}", finding.verdict().label())
                        : Text.of("gate of wave {0} {1}", wave, finding.verdict().label())).toString());
            }
            violated |= finding.verdict() == Verdict.FAILED;
            unconfirmed(results, finding).forEach(target -> stops.add(at(wave, Text.of(
                    "a loss was seen on {0} right after its write, and not at the gate", target).toString())));
            told(wave, finding.verdict());
        } catch (TenantFailure e) {
            judged.stream().filter(tally.unsettled()::contains).forEach(onTheirWay::add);
            stops.add(at(wave, Text.of("the tenant could not be read: {0}", e.sentence()).toString()));
            told(wave, Verdict.INCONCLUSIVE);
        }
    }

    private static String at(int wave, String reason) {
        return (wave == 0 ? Text.of("completion gate: {0}", reason) : Text.of("gate of wave {0}: {1}", wave, reason))
                .toString();
    }

    private void told(int wave, Verdict verdict) {
        progress.gatePassed(wave, verdict.label(), new Progress.Standing(tally.count(TargetState.VERIFIED),
                tally.failed(), order.targets().size(), onTheirWay.size(), exposureMax));
    }

    private HarmGate.Look look(Set<AccountId> judged, List<JobResult> results) {
        Map<AccountId, Instant> written = new HashMap<>(tally.written());
        written.keySet().retainAll(judged);
        Map<AccountId, Observation> suspects = new HashMap<>();
        for (JobResult result : results) {
            if (result instanceof JobResult.Skipped skipped) {
                skipped.planned().ifPresent(planned -> suspects.put(skipped.target(), planned));
            }
        }
        return new HarmGate.Look(written, order.isUndo() ? order.original() : tally.before(), suspects,
                tally.before(), tally.after());
    }

    /** What a glance saw and a gate does not see is either over or hidden; nobody can say which. */
    private static List<AccountId> unconfirmed(List<JobResult> results, HarmGate.Finding finding) {
        Set<AccountId> confirmed = finding.judgement().notable().stream()
                .filter(seen -> seen.outcome() == Outcome.EXTRA || seen.outcome() == Outcome.BACKGROUND)
                .map(Finding::account).collect(Collectors.toSet());
        return results.stream().filter(JobResult.Violated.class::isInstance).map(JobResult::target)
                .filter(target -> !confirmed.contains(target)).toList();
    }

    private void observed(Set<AccountId> judged, HarmGate.Finding finding) throws IOException {
        Map<AccountId, List<Finding>> byAccount = finding.judgement().notable().stream()
                .collect(Collectors.groupingBy(Finding::account));
        for (AccountId target : judged) {
            List<Finding> mine = byAccount.getOrDefault(target, List.of());
            Optional<Observation> look = Optional.ofNullable(finding.after().get(target));
            if (isOnItsWay(mine)) {
                onTheirWay.add(target);
                look.ifPresent(seen -> tally.looked(target, seen));
            } else {
                onTheirWay.remove(target);
                // Findings say nothing of an account that was not looked at; nothing found is no success then.
                RecoveryTable.Cell cell = look.isPresent()
                        ? Decisions.decide(tally, target, mine, order.isUndo())
                        : RecoveryTable.decide(tally.states().getOrDefault(target, TargetState.NOT_STARTED),
                                Sight.NOT_READABLE);
                if (cell.next() == RecoveryTable.Next.STOP) {
                    stopped.merge(cell.label(), 1, Integer::sum);
                }
                observed(target, cell.becomes(), mine, look);
            }
        }
    }

    private void observed(AccountId target, TargetState state, List<Finding> mine, Optional<Observation> look)
            throws IOException {
        if (state == TargetState.REJECTED) {
            // What somebody else did to it meanwhile leaves it as the service's answer left it: not written by us.
            tally.notWritten(target);
            return;
        }
        tally.observed(target, state, look);
        journal.append(new Entry.Observed(timer.now(), target, state, mine.stream()
                .filter(Runner::isWorthNaming).map(f -> f.outcome().label() + " " + f.describe()).toList()));
    }

    private static boolean isOnItsWay(List<Finding> mine) {
        return has(mine, Outcome.PENDING) && !has(mine, Outcome.EXTRA) && !has(mine, Outcome.MISSING)
                && !has(mine, Outcome.UNOBSERVED);
    }

    private static boolean isWorthNaming(Finding finding) {
        return finding.outcome() != Outcome.MET && finding.outcome() != Outcome.IMPLIED;
    }

    private static boolean has(List<Finding> findings, Outcome outcome) {
        return findings.stream().anyMatch(finding -> finding.outcome() == outcome);
    }
}
