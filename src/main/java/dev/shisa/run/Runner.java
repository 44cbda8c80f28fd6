package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.execute.Executor;
import dev.shisa.execute.JobResult;
import dev.shisa.execute.Timer;
import dev.shisa.journal.Entry;
import dev.shisa.journal.Journal;
import dev.shisa.journal.TargetState;
import dev.shisa.judge.Finding;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Verdict;
import dev.shisa.plan.Target;
import dev.shisa.plan.Waves;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import dev.shisa.tenant.TenantWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Works through the waves of a run. After every wave a gate looks; only a gate that passed opens the next wave, and later gates are no laxer
 * than earlier ones.
 */
public final class Runner {
    private final RunOrder order;
    private final TenantReader reader;
    private final Journal journal;
    private final Timer timer;
    private final Progress progress;
    private final TenantWriter writer;
    private final Tally tally = new Tally();
    private final List<Judgement> judgements = new ArrayList<>();
    private final TreeSet<String> stops = new TreeSet<>();
    private boolean violated;
    private int failuresInARow;
    private int exposureMax;

    /**
     * A runner for one run.
     *
     * @param order what is to be done
     * @param reader looks
     * @param writer writes
     * @param journal the run's journal, empty
     * @param timer local time
     * @param progress told what goes on
     */
    public Runner(RunOrder order, TenantReader reader, TenantWriter writer, Journal journal, Timer timer,
            Progress progress) {
        this.order = order;
        this.reader = reader;
        this.journal = journal;
        this.timer = timer;
        this.progress = progress;
        this.writer = writer;
    }

    /**
     * Runs until every wave passed its gate or something stops it.
     *
     * @throws IOException when the journal cannot be written
     * @throws TenantFailure when the tenant cannot be read before the first write; nothing was written then
     */
    public RunEnding run() throws IOException, TenantFailure, InterruptedException {
        journal.append(new Entry.Opened(timer.now(), order.run(), order.kind(), order.tenantId(), order.domain(),
                order.command(),
                order.words(), order.plan(), order.planDigest(), order.targets().size(), order.exposure()));
        journal.force();
        Map<AccountId, Roles> roles = reader.roles();
        HarmGate gate = HarmGate.open(order, reader, timer, roles);
        Executor executor = new Executor(reader, writer, journal, roles, order.site().waits(), timer);
        List<List<Target>> waves = Waves.of(order.targets(), order.exposure());
        for (int wave = 1; wave <= waves.size() && stops.isEmpty(); wave++) {
            List<Target> targets = waves.get(wave - 1);
            progress.waveOpened(order.run(), wave, waves.size(), targets.size());
            journal.append(new Entry.WaveOpened(timer.now(), wave, targets.stream().map(Target::id).toList()));
            List<JobResult> results = work(executor, targets);
            pass(gate, wave, results);
        }
        if (!stops.isEmpty()) {
            journal.append(new Entry.Paused(timer.now(), stops));
        }
        return new RunEnding(tally.states(), tally.reasons(), tally.written(), tally.before(), tally.after(),
                judgements, stops, violated,
                exposureMax);
    }

    private List<JobResult> work(Executor executor, List<Target> targets) throws IOException, InterruptedException {
        WaveWorkers.Worked worked = WaveWorkers.work(executor, order.jobs(), targets, order.site().concurrency(),
                failuresInARow);
        failuresInARow = worked.failuresInARow();
        worked.stop().ifPresent(stops::add);
        worked.results().forEach(this::note);
        return worked.results();
    }

    private void note(JobResult result) {
        switch (result) {
            case JobResult.Written written ->
                tally.written(written.target(), TargetState.ACCEPTED, written.before(), written.writtenAt());
            case JobResult.Unresolved unresolved -> {
                tally.written(unresolved.target(), TargetState.UNKNOWN, unresolved.before(), unresolved.writtenAt());
                tally.reasons().put(unresolved.target(), unresolved.sentence());
            }
            case JobResult.Violated lost -> {
                violated = true;
                tally.written(lost.target(), TargetState.VIOLATED, lost.before(), lost.writtenAt());
            }
            case JobResult.Refused refused ->
                tally.untouched(refused.target(), TargetState.REJECTED, refused.sentence());
            case JobResult.Skipped skipped -> tally.untouched(skipped.target(), TargetState.SKIPPED, skipped.reason());
        }
    }

    private void pass(HarmGate gate, int wave, List<JobResult> results) throws IOException, InterruptedException {
        Map<AccountId, Instant> written = new HashMap<>();
        results.stream().map(JobResult::target).filter(tally.written()::containsKey)
                .forEach(target -> written.put(target, tally.written().get(target)));
        exposureMax = Math.max(exposureMax, written.size());
        Map<AccountId, Observation> from = order.isUndo() ? order.original() : tally.before();
        try {
            HarmGate.Finding finding = gate.judge(written, from, tally.before(), tally.after().values());
            judgements.add(finding.judgement());
            Map<AccountId, List<Finding>> byAccount = finding.judgement().notable().stream()
                    .collect(Collectors.groupingBy(Finding::account));
            for (AccountId target : written.keySet()) {
                observed(target, byAccount.getOrDefault(target, List.of()), finding.after());
            }
            journal.append(new Entry.Gate(timer.now(), wave, finding.verdict(), finding.judgement().counts()));
            if (finding.verdict() != Verdict.PASSED) {
                finding.reasons().forEach(reason -> stops.add("gate of wave " + wave + ": " + reason));
                stops.add("gate of wave " + wave + " " + finding.verdict().label());
            }
            violated |= finding.verdict() == Verdict.FAILED;
            progress.gatePassed(wave, finding.verdict().label(), tally.count(TargetState.VERIFIED),
                    order.targets().size());
        } catch (TenantFailure e) {
            stops.add("gate of wave " + wave + ": the tenant could not be read: " + e.sentence());
            progress.gatePassed(wave, Verdict.INCONCLUSIVE.label(), tally.count(TargetState.VERIFIED),
                    order.targets().size());
        }
    }

    private void observed(AccountId target, List<Finding> mine, Map<AccountId, Observation> after) throws IOException {
        TargetState state = state(target, mine);
        Optional.ofNullable(after.get(target)).ifPresent(look -> tally.observed(target, state, look));
        journal.append(new Entry.Observed(timer.now(), target, state, mine.stream().filter(Runner::isWorthNaming)
                .map(f -> f.outcome().label() + " " + f.describe()).toList()));
    }

    private static boolean isWorthNaming(Finding finding) {
        return finding.outcome() != Outcome.MET && finding.outcome() != Outcome.IMPLIED;
    }

    /** What the gate makes of a target: the worst of its outcomes decides. */
    private TargetState state(AccountId target, List<Finding> mine) {
        if (has(mine, Outcome.EXTRA)) {
            return TargetState.VIOLATED;
        }
        boolean wasUnknown = tally.states().get(target) == TargetState.UNKNOWN;
        if (has(mine, Outcome.UNOBSERVED)) {
            return wasUnknown ? TargetState.UNKNOWN : TargetState.MISSING;
        }
        if (has(mine, Outcome.MISSING)) {
            boolean nothingMet = !has(mine, Outcome.MET);
            return wasUnknown && nothingMet ? TargetState.NOT_APPLIED : TargetState.MISSING;
        }
        return TargetState.VERIFIED;
    }

    private static boolean has(List<Finding> findings, Outcome outcome) {
        return findings.stream().anyMatch(finding -> finding.outcome() == outcome);
    }
}
