package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.catalog.Impact;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.evidence.Evidence;
import dev.shisa.execute.Job;
import dev.shisa.execute.Recipe;
import dev.shisa.execute.Timer;
import dev.shisa.journal.Entry;
import dev.shisa.journal.Journal;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunStatus;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Outcome;
import dev.shisa.plan.Plan;
import dev.shisa.rehearsal.RehearsalResult;
import dev.shisa.rehearsal.Rehearser;
import dev.shisa.rehearsal.Stage;
import dev.shisa.report.JsonReport;
import dev.shisa.report.MarkdownReport;
import dev.shisa.report.RunView;
import dev.shisa.run.FinalLook;
import dev.shisa.run.Progress;
import dev.shisa.run.RunEnding;
import dev.shisa.run.RunOrder;
import dev.shisa.run.Runner;
import dev.shisa.snapshot.Snapshot;
import dev.shisa.snapshot.SnapshotTaker;
import dev.shisa.snapshot.Taken;
import dev.shisa.tenant.PacedWriter;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantWriter;
import dev.shisa.tenant.Waiter;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rehearses, runs and brings back. This is the one way to a write: a caller has to hand in a settlement without refusals, and the right to
 * write is asked for only here.
 */
public final class Operation {
    private final Connection connection;
    private final Archive archive;
    private final Names names;
    private final Timer timer;
    private final Progress progress;

    /**
     * Operations in one tenant. The caller holds the tenant's lock.
     *
     * @param connection the tenant
     * @param archive where everything is kept
     * @param names makes names for runs
     * @param timer local time
     * @param progress told what goes on
     */
    public Operation(Connection connection, Archive archive, Names names, Timer timer, Progress progress) {
        this.connection = connection;
        this.archive = archive;
        this.names = names;
        this.timer = timer;
        this.progress = progress;
    }

    /**
     * Makes the evidence that a draft lacks.
     *
     * @return all evidence the draft rests on, by shape
     * @throws RefusedException when something is not settled, or a rehearsal did not go as declared
     */
    public Map<String, Evidence> rehearse(Draft draft, Settlement settlement)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        if (!settlement.refusals().isEmpty()) {
            throw new RefusedException(settlement.refusals());
        }
        Map<String, Evidence> evidence = new HashMap<>(settlement.evidence());
        if (settlement.stage().scenes().isEmpty()) {
            return evidence;
        }
        Rehearser rehearser = new Rehearser(connection.reader(), writer(), connection.site(), draft.watched(), timer);
        for (Map.Entry<String, Stage.Scene> scene : settlement.stage().scenes().entrySet()) {
            progress.note("Rehearsing on " + scene.getValue().account().name() + " (" + scene.getKey() + ")");
            evidence.put(scene.getKey(), rehearse(draft, rehearser, scene.getValue(), scene.getKey()));
        }
        return evidence;
    }

    private Evidence rehearse(Draft draft, Rehearser rehearser, Stage.Scene scene, String shape)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        Plan plan = draft.plan();
        String run = names.run();
        RunSummary summary = new RunSummary(run, RunKind.REHEARSAL, plan.command(), plan.tenantId(), plan.domain(),
                RunStatus.RUNNING,
                timer.now(), 1, 1, plan.id());
        archive.save(summary);
        try (Journal journal = Journal.create(archive.journal(run))) {
            RehearsalResult result;
            try {
                result = rehearser.rehearse(draft.decision(), scene,
                        new Rehearser.Occasion(run, plan.tenantId(), plan.domain(), plan.id(), draft.digest()),
                        journal);
            } catch (TenantFailure e) {
                end(journal, summary, RunStatus.CLOSED, 0, Optional.of("nothing was written: " + e.sentence()));
                throw e;
            }
            switch (result) {
                case RehearsalResult.AsDeclared good -> {
                    archive.save(summary.withStatus(RunStatus.COMPLETED, 0));
                    nobodyElse(draft, scene.account().id(), run);
                    if (!good.evidence().key().shape().equals(shape)) {
                        throw new RefusedException(otherShape(good.evidence(), shape));
                    }
                    archive.save(good.evidence());
                    progress.note("Rehearsed as declared, there and back.");
                    return good.evidence();
                }
                case RehearsalResult.NotAsDeclared bad -> {
                    archive.save(summary.withStatus(bad.broughtBack() ? RunStatus.COMPLETED : RunStatus.STUCK,
                            bad.broughtBack() ? 0 : 1));
                    throw new RefusedException(notAsDeclared(bad));
                }
            }
        }
    }

    /** A tenant that harms one account while it is told to change another is found out before anybody but a test account is written. */
    private void nobodyElse(Draft draft, AccountId account, String run)
            throws RefusedException, IOException, TenantFailure {
        Snapshot after = Planning.complete(SnapshotTaker.take(connection.reader(), names.snapshot()));
        Judgement others = FinalLook.others(account, draft.snapshot().accounts(), after.accounts(),
                after.manifest().takenAt(), draft.watched(), connection.reader());
        if (others.count(Outcome.COLLATERAL) == 0) {
            return;
        }
        archive.save(after);
        throw new RefusedException(Diagnostic
                .refusal(ExitStatus.REHEARSAL,
                        "While " + run + " rehearsed on one account, another one was harmed, so this proves nothing.")
                .contrast("no other account changes", others.notable().stream()
                        .filter(finding -> finding.outcome() == Outcome.COLLATERAL)
                        .map(finding -> finding.account() + " " + finding.describe()).sorted()
                        .collect(Collectors.joining("; ")))
                .remedy("Find out who did that before anything else. Snapshots: shisa snapshot diff "
                        + draft.snapshot().manifest().id() + " " + after.manifest().id() + "."));
    }

    private static Diagnostic otherShape(Evidence evidence, String shape) {
        return Diagnostic
                .refusal(ExitStatus.REHEARSAL,
                        "The rehearsal on " + evidence.name() + " went as declared, and proves another shape.")
                .contrast(shape, evidence.key().shape())
                .remedy("Make a test account of that shape and list it for rehearsals.");
    }

    private static Diagnostic notAsDeclared(RehearsalResult.NotAsDeclared bad) {
        return Diagnostic
                .refusal(ExitStatus.REHEARSAL,
                        "The rehearsal on " + bad.account() + " did not go as declared; no other account was touched.")
                .contrast("what commands.yaml declares, and nothing else", String.join("; ", bad.found()))
                .remedy(bad.broughtBack()
                        ? "The account was brought back. Find out what is different in this tenant before anything else: shisa run show "
                                + bad.run() + "."
                        : "The account could not be brought back, so the tenant is closed: shisa run show " + bad.run()
                                + ".");
    }

    /**
     * Runs a draft: rehearses what lacks evidence, then works through the waves.
     *
     * @throws RefusedException when something is not settled, or a rehearsal did not go as declared
     */
    public RunView run(Draft draft, Settlement settlement)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        Map<String, Evidence> evidence = rehearse(draft, settlement);
        Plan plan = draft.plan();
        RunOrder order = new RunOrder(names.run(), RunKind.RUN, plan.tenantId(), plan.domain(), plan.command(),
                draft.decision().words(),
                plan.id(), draft.digest(), plan.targets(), plan.exposure(),
                target -> new Job(target.id(), Optional.of(target.fingerprint()),
                        Optional.ofNullable(draft.targets().get(target.id())), Recipe.of(draft.decision()),
                        draft.decision().contract().boundedBy(connection.site().waits().within())),
                draft.decision().contract(), Map.of(), draft.watched(), sentinels(draft.snapshot()), connection.site());
        RunStory story = new RunStory(draft.plan().leftOut(), plan.loss(), plan.unwatched(), plan.undoDeadline(),
                draft.decision().command().recovery().english(), List.copyOf(evidence.values()));
        return conduct(order, withoutUsedUp(draft, settlement), story);
    }

    /** What is deleted for good is rehearsed for good: the account a rehearsal used up is nobody's loss afterwards. */
    private static Snapshot withoutUsedUp(Draft draft, Settlement settlement) {
        if (draft.decision().command().impact() != Impact.IRREVERSIBLE) {
            return draft.snapshot();
        }
        Set<AccountId> usedUp = settlement.stage().scenes().values().stream().map(scene -> scene.account().id())
                .collect(Collectors.toSet());
        return new Snapshot(draft.snapshot().manifest(), draft.snapshot().accounts().values().stream()
                .filter(account -> !usedUp.contains(account.id())).toList());
    }

    /**
     * Brings back what a run changed.
     *
     * @param draft what is to be brought back
     * @param refusals what is not settled; empty
     */
    public RunView undo(UndoDraft draft, List<Diagnostic> refusals)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        RunView view = conduct(draft.order(names.run(), sentinels(draft.snapshot()), connection), draft.snapshot(),
                RunStory.ofUndo(draft, connection.unwatched()));
        if (view.status() == RunStatus.COMPLETED) {
            archive.save(draft.summary().withStatus(RunStatus.UNDONE, 0));
            for (RunSummary stuck : archive.open(draft.summary().tenantId())) {
                if (stuck.isUndoOf(draft.summary().run())) {
                    archive.save(stuck.withStatus(RunStatus.CLOSED, 0));
                }
            }
        }
        return view;
    }

    private RunView conduct(RunOrder order, Snapshot before, RunStory story)
            throws IOException, TenantFailure, InterruptedException, RefusedException {
        Instant started = timer.now();
        RunSummary summary = new RunSummary(order.run(), order.kind(), order.command(), order.tenantId(),
                order.domain(), RunStatus.RUNNING,
                started, order.targets().size(), order.targets().size(), order.plan());
        archive.save(summary);
        try (Journal journal = Journal.create(archive.journal(order.run()))) {
            RunEnding ending;
            try {
                ending = new Runner(order, connection.reader(), writer(), journal, timer, progress).run();
            } catch (TenantFailure e) {
                end(journal, summary, RunStatus.CLOSED, 0, Optional.of("nothing was written: " + e.sentence()));
                throw e;
            }
            Aftermath aftermath = aftermath(order, before, ending);
            Ending end = Ending.of(order, ending, aftermath.judgement());
            end(journal, summary, end.status(), end.open(), Optional.empty());
            RunView view = story.view(order, ending, aftermath, end, connection, journal.head(), started, timer.now());
            archive.save(order.run(), "report.json", JsonReport.write(view));
            archive.save(order.run(), "report.md", MarkdownReport.write(view));
            return view;
        }
    }

    private void end(Journal journal, RunSummary summary, RunStatus status, int open, Optional<String> note)
            throws IOException {
        journal.append(new Entry.Closed(timer.now(), status, note));
        journal.force();
        archive.save(summary.withStatus(status, open));
    }

    /**
     * The tenant after a run.
     *
     * @param before name of the snapshot before
     * @param after name of the snapshot after; empty when none could be proved complete
     * @param judgement of the whole tenant, if it could be judged
     * @param warnings why there is no snapshot or no judgement
     */
    record Aftermath(String before, Optional<String> after, Optional<Judgement> judgement, List<String> warnings) {
    }

    private Aftermath aftermath(RunOrder order, Snapshot before, RunEnding ending) throws IOException {
        String name = before.manifest().id();
        try {
            return switch (SnapshotTaker.take(connection.reader(), names.snapshot())) {
                case Taken.Incomplete incomplete -> new Aftermath(name, Optional.empty(), Optional.empty(),
                        List.of("no snapshot after the run is provably complete: "
                                + String.join(" ", incomplete.reasons())));
                case Taken.Complete complete -> {
                    Snapshot after = complete.snapshot();
                    archive.save(after);
                    Judgement judgement = FinalLook.judge(order.contract(), ending,
                            order.isUndo() ? order.original() : ending.before(),
                            before.accounts(), after.accounts(),
                            after.manifest().takenAt(), order.watched(), connection.reader());
                    yield new Aftermath(name, Optional.of(after.manifest().id()), Optional.of(judgement), List.of());
                }
            };
        } catch (TenantFailure e) {
            return new Aftermath(name, Optional.empty(), Optional.empty(),
                    List.of("the tenant could not be read after the run: " + e.sentence()));
        }
    }

    private Set<AccountId> sentinels(Snapshot snapshot) {
        return new HashSet<>(Planning.listed(snapshot, connection.site()::isSentinel, Identity.ACTIVE));
    }

    private TenantWriter writer() throws TenantFailure {
        TenantWriter writer = connection.tenant().writer();
        double pace = connection.site().writesPerSecond();
        return pace > 0 ? new PacedWriter(writer, pace, Waiter.real()) : writer;
    }
}
