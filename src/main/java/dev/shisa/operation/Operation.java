package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.approval.Wanted;
import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.Impact;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.RefusedException;
import dev.shisa.evidence.Evidence;
import dev.shisa.execute.Job;
import dev.shisa.execute.Recipe;
import dev.shisa.journal.Entry;
import dev.shisa.journal.Journal;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunState;
import dev.shisa.journal.RunStatus;
import dev.shisa.judge.Baseline;
import dev.shisa.plan.Plan;
import dev.shisa.plan.Restoration;
import dev.shisa.plan.Target;
import dev.shisa.rehearsal.Stage;
import dev.shisa.report.RunView;
import dev.shisa.run.AuditTrail;
import dev.shisa.run.BaselineLook;
import dev.shisa.run.Premises;
import dev.shisa.run.RunOrder;
import dev.shisa.run.Tally;
import dev.shisa.snapshot.SnapshotFolder;
import dev.shisa.store.Reserve;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantWriter;
import dev.shisa.text.Sentence;
import dev.shisa.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rehearses, runs, goes on and brings back. This is the one way to a write: a caller has to hand in a settlement without refusals, and the
 * right to write is asked for only here.
 */
public final class Operation {
    /** One after each rehearsal's look around, one after the run, and as many again when a listing lags. */
    private static final long SNAPSHOTS = 4;
    private final Connection connection;
    private final Archive archive;
    private final Names names;
    private final Operator operator;
    private final Conductor conductor;
    private final Approvals approvals;

    /**
     * Operations in one tenant. The caller holds the tenant's lock.
     *
     * @param connection the tenant
     * @param archive where everything is kept
     * @param names makes names for runs
     * @param operator who carries it out
     * @param catalog the catalog that holds
     */
    public Operation(Connection connection, Archive archive, Names names, Operator operator, Catalog catalog) {
        this.connection = connection;
        this.archive = archive;
        this.names = names;
        this.operator = operator;
        this.approvals = new Approvals(connection, archive, catalog);
        this.conductor = new Conductor(connection, archive, names, operator);
    }

    /**
     * Makes the evidence that a draft lacks.
     *
     * @return all evidence the draft rests on, by shape
     * @throws RefusedException when something is not settled, or a rehearsal did not go as declared
     */
    public Map<String, Evidence> rehearse(Settlement settlement)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        if (settlement.stage().scenes().isEmpty() && settlement.refusals().isEmpty()) {
            return settlement.evidence();
        }
        TenantWriter writer = writer(settlement.refusals());
        return within(settlement.draft().overview(), 2L * settlement.stage().scenes().size(), "The rehearsal",
                () -> rehearse(settlement, writer));
    }

    /**
     * Rehearses a draft of a smoke check on one rehearsal account, whether evidence is at hand or not.
     *
     * @param draft what is rehearsed, with a look at the whole tenant
     * @param scene the account
     * @param unsettled why nothing may be written; empty
     * @throws RefusedException in production, when something is not settled, or when it did not go as declared
     */
    public Evidence check(Draft draft, Stage.Scene scene, List<Diagnostic> unsettled)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        List<Diagnostic> refusals = new ArrayList<>(unsettled);
        Smoke.production(connection.site().kind()).ifPresent(refusals::add);
        TenantWriter writer = writer(refusals);
        return within(draft.overview(), 2, "The rehearsal",
                () -> new Rehearsals(connection, archive, names, operator).make(draft, writer, scene));
    }

    /**
     * Everything that refuses a run before its first write. Whether it is approved is asked when all its evidence is at hand; what has to be rehearsed
     * first is rehearsed first.
     */
    public List<Diagnostic> refusals(Settlement settlement) throws IOException, TenantFailure {
        List<Diagnostic> refusals = new ArrayList<>(settlement.refusals());
        if (settlement.stage().scenes().isEmpty()) {
            refusals.addAll(unapproved(settlement, Wanted.Scope.RUN));
        }
        return refusals;
    }

    private List<Diagnostic> unapproved(Settlement settlement, Wanted.Scope scope)
            throws IOException, TenantFailure {
        try {
            approvals.forRun(settlement, settlement.draft().plan().targets(), settlement.evidence(), scope);
            return List.of();
        } catch (RefusedException e) {
            return e.diagnostics();
        }
    }

    /** Work that needs room on the disk. */
    @FunctionalInterface
    private interface Work<T> {
        T get() throws RefusedException, IOException, TenantFailure, InterruptedException;
    }

    /** Room for the journal, the keepsakes and the snapshots, taken before the first write so that none of them ends half-way. */
    private <T> T within(Overview overview, long requests, String what, Work<T> work)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        long bytes = Journal.bytesFor(2 * requests) + SNAPSHOTS * SnapshotFolder.bytesFor(overview.activeAccounts());
        Reserve room = archive.reserve(connection.identity().id(), bytes, what);
        try (room) {
            return work.get();
        }
    }

    private Map<String, Evidence> rehearse(Settlement settlement, TenantWriter writer)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        Map<String, Evidence> evidence = new HashMap<>(settlement.evidence());
        evidence.putAll(new Rehearsals(connection, archive, names, operator).make(settlement, writer));
        return evidence;
    }

    /**
     * Runs a draft: rehearses what lacks evidence, looks at the tenant's own noise, then works through the waves.
     *
     * @throws RefusedException when something is not settled, or a rehearsal did not go as declared
     */
    public RunView run(Settlement settlement)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        TenantWriter writer = writer(refusals(settlement));
        long requests = settlement.draft().plan().targets().size() + 2L * settlement.stage().scenes().size();
        return within(settlement.draft().overview(), requests, "The run", () -> run(settlement, writer));
    }

    private RunView run(Settlement settlement, TenantWriter writer)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        Map<String, Evidence> evidence = rehearse(settlement, writer);
        Draft draft = settlement.draft();
        // What the rehearsals just proved is not proof that somebody approved.
        Approvals.Grant grant = approvals.forRun(settlement, draft.plan().targets(), evidence, Wanted.Scope.RUN);
        BaselineLook.Found noise = noise(draft);
        Settlement.refuseIfHalted(archive, operator);
        RunOrder order = order(opened(settlement), settlement, draft.plan().targets(), evidence.values(),
                noise.baseline());
        return conductor.begin(order, withoutUsedUp(draft, settlement),
                story(settlement, evidence.values(), noise, grant),
                writer, Kept.none());
    }

    /**
     * Goes on with a run that paused.
     *
     * @param resumption what is left of it
     * @param settlement the settlement of what is left
     */
    public RunView resume(Resumption resumption, Settlement settlement)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        Draft rest = settlement.draft();
        List<Diagnostic> refusals = new ArrayList<>(settlement.refusals());
        refusals.addAll(unapproved(settlement, Wanted.Scope.RESUME));
        TenantWriter writer = writer(refusals);
        Approvals.Grant grant = approvals.forRun(settlement, rest.plan().targets(), settlement.evidence(),
                Wanted.Scope.RESUME);
        BaselineLook.Found noise = noise(rest);
        Collection<Evidence> evidence = settlement.evidence().values();
        RunOrder order = order(resumption.opened(), settlement, resumption.plan().targets(), evidence,
                noise.baseline());
        // Every account that was written is looked at again and written down, not only what is left.
        return within(resumption.before(), resumption.plan().targets().size(), "The rest of the run",
                () -> conductor.goOn(order, resumption.tally(), resumption.retry(), resumption.before(),
                        story(settlement, evidence, noise, grant), writer, Kept.none()));
    }

    private Entry.Opened opened(Settlement settlement) {
        Draft draft = settlement.draft();
        Plan plan = draft.plan();
        return new Entry.Opened(operator.timer().now(), names.run(), RunKind.RUN, plan.tenantId(), plan.domain(),
                plan.command(), draft.decision().words(), plan.id(), draft.digest(), plan.targets().size(),
                settlement.exposure(connection), draft.overview().snapshotName(), operator.by());
    }

    private RunOrder order(Entry.Opened opened, Settlement settlement, List<Target> targets,
            Collection<Evidence> evidence, Baseline baseline) throws RefusedException {
        Draft draft = settlement.draft();
        Set<String> warnings = evidence.stream().flatMap(one -> one.warnings().stream()).collect(Collectors.toSet());
        return new RunOrder(opened, targets, target -> new Job(target.id(), Optional.of(target.fingerprint()),
                Optional.ofNullable(draft.targets().get(target.id())), Recipe.of(draft.decision()),
                draft.decision().contract().boundedBy(connection.site().waits().within())),
                draft.decision().contract(), Map.of(), draft.watched(), draft.overview().sentinels(), baseline,
                warnings, settlement.paced(connection.site()), premises(draft.plan()));
    }

    /** The files that the run rests on: what decides, and the plan itself. */
    private Premises premises(Plan plan) throws RefusedException {
        return connection.book().rules(connection.identity().serverTime()).premises()
                .with(List.of(archive.planFile(plan.id())));
    }

    private RunStory story(Settlement settlement, Collection<Evidence> evidence, BaselineLook.Found noise,
            Approvals.Grant grant) throws RefusedException {
        Draft draft = settlement.draft();
        Plan plan = draft.plan();
        List<String> authority = new ArrayList<>(grant.lines());
        Rules rules = connection.book().rules(connection.identity().serverTime());
        authority.add(Text.of("policies {0}", rules.policies().digest()).toString());
        rules.waivers().counting().stream().filter(waiver -> settlement.verdict().waivers().contains(waiver.name()))
                .forEach(waiver -> authority
                        .add(Text.of("waiver {0} ({1})", waiver.line(), waiver.digest()).toString()));
        return new RunStory(plan.leftOut(), plan.loss(), plan.unwatched(), plan.undoDeadline(),
                draft.decision().command().recovery(), List.copyOf(evidence), draft.isBulk(),
                noise.sentences(), authority, List.of());
    }

    /** What moves in the tenant by itself is found out before the first write of a bulk run; whatever cannot be judged is found out then too. */
    private BaselineLook.Found noise(Draft draft)
            throws RefusedException, TenantFailure, InterruptedException {
        if (!draft.isBulk()) {
            return BaselineLook.Found.nothing();
        }
        AuditTrail audit = connection.audit(operator.timer());
        BaselineLook.Found found = new BaselineLook(connection.reader(), audit, operator.timer(), connection.site(),
                draft.watched()).take(draft.plan().targets(), draft.overview().sentinels(), draft.plan().exposure());
        found.sentences().forEach(sentence -> operator.progress().note(Text.of("{0}", new Sentence(sentence))));
        if (!found.refusals().isEmpty()) {
            throw new RefusedException(found.refusals());
        }
        return found;
    }

    /** What is deleted for good is rehearsed for good: the account a rehearsal used up is nobody's loss afterwards. */
    private Overview withoutUsedUp(Draft draft, Settlement settlement) {
        if (draft.decision().command().impact() != Impact.IRREVERSIBLE
                || !(draft.overview() instanceof Overview.Whole whole)) {
            return draft.overview();
        }
        Set<AccountId> usedUp = settlement.stage().scenes().values().stream().map(scene -> scene.account().id())
                .collect(Collectors.toSet());
        return whole.without(usedUp);
    }

    /**
     * Brings back what a run changed.
     *
     * @param draft what is to be brought back
     * @param refusals what is not settled; empty
     */
    public RunView undo(UndoDraft draft, List<Diagnostic> refusals)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        Approvals.Grant grant = approvals.forUndo(draft, refusals);
        TenantWriter writer = writer(refusals);
        return within(draft.overview(), requests(draft), "The undo", () -> undone(draft.summary(),
                conductor.begin(draft.order(opened(draft), connection), draft.overview(),
                        RunStory.ofUndo(draft, connection.unwatched(), grant.lines()), writer, draft.kept())));
    }

    private static long requests(UndoDraft draft) {
        return (long) Restoration.MOST_STEPS * draft.targets().size();
    }

    private Entry.Opened opened(UndoDraft draft) {
        RunSummary summary = draft.summary();
        return new Entry.Opened(operator.timer().now(), names.run(), RunKind.UNDO, summary.tenantId(), summary.domain(),
                summary.command(), draft.state().opened().words(), summary.run(), draft.journalHead(),
                draft.targets().size(), connection.site().exposure(draft.overview().activeAccounts()),
                draft.overview().snapshotName(), operator.by());
    }

    /**
     * Goes on with an undo whose process is gone, or that was halted.
     *
     * @param draft what is still to be brought back
     * @param undo what the undo's own journal tells
     * @param refusals what is not settled; empty
     */
    public RunView resumeUndo(UndoDraft draft, RunState undo, List<Diagnostic> refusals)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        Approvals.Grant grant = approvals.forUndo(draft, refusals);
        TenantWriter writer = writer(refusals);
        return within(draft.overview(), requests(draft), "The undo", () -> undone(draft.summary(),
                conductor.goOn(draft.order(undo.opened(), connection), Tally.of(undo, true), true, draft.overview(),
                        RunStory.ofUndo(draft, connection.unwatched(), grant.lines()), writer, draft.kept())));
    }

    private RunView undone(RunSummary brought, RunView view) throws RefusedException, IOException {
        if (view.status() == RunStatus.COMPLETED || view.status() == RunStatus.PARTIAL) {
            Optional<String> note = Optional.of(Text.of("brought back by {0}", view.run()).toString());
            archive.end(brought.run(), new Entry.Closed(operator.timer().now(), RunStatus.UNDONE, note,
                    brought.after(), brought.verifyFrom()));
            for (RunSummary stuck : archive.open(brought.tenantId())) {
                if (stuck.isUndoOf(brought.run())) {
                    archive.end(stuck.run(), new Entry.Closed(operator.timer().now(), RunStatus.CLOSED, note));
                }
            }
        }
        return view;
    }

    /**
     * Brings the account of a rehearsal back whose process is gone, and ends the rehearsal.
     *
     * @param summary the rehearsal
     * @param refusals what is not settled; empty
     * @return how it ended
     */
    public RunStatus endRehearsal(RunSummary summary, List<Diagnostic> refusals)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        return new Rehearsals(connection, archive, names, operator).end(summary, () -> writer(refusals));
    }

    /** Signs in for writing, when nothing is left to refuse. */
    private TenantWriter writer(List<Diagnostic> refusals) throws RefusedException, TenantFailure {
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        return connection.tenant().writer();
    }
}
