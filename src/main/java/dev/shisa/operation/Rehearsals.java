package dev.shisa.operation;

import dev.shisa.text.Text;
import java.util.Set;
import java.util.SortedSet;
import java.time.Instant;
import dev.shisa.account.AccountId;
import dev.shisa.account.AccountOverlay;
import dev.shisa.account.Observation;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.evidence.Evidence;
import dev.shisa.execute.Keepsakes;
import dev.shisa.execute.Timer;
import dev.shisa.journal.Entry;
import dev.shisa.journal.Journal;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunStatus;
import dev.shisa.judge.Baseline;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Verdict;
import dev.shisa.keepsake.KeepsakeLog;
import dev.shisa.plan.Plan;
import dev.shisa.rehearsal.RehearsalResult;
import dev.shisa.rehearsal.Rehearser;
import dev.shisa.rehearsal.Stage;
import dev.shisa.run.AuditTrail;
import dev.shisa.run.FinalLook;
import dev.shisa.run.Progress;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Makes the evidence that a settled draft lacks: one rehearsal after the other, each a run of its own. */
final class Rehearsals {
    private final Connection connection;
    private final Archive archive;
    private final Names names;
    private final Operator operator;
    private final Timer timer;
    private final Progress progress;

    Rehearsals(Connection connection, Archive archive, Names names, Operator operator) {
        this.connection = connection;
        this.archive = archive;
        this.names = names;
        this.operator = operator;
        this.timer = operator.timer();
        this.progress = operator.progress();
    }

    /**
     * Rehearses every shape that lacks evidence.
     *
     * @return the evidence made, by shape
     * @throws RefusedException when a rehearsal did not go as declared
     */
    Map<String, Evidence> make(Settlement settlement, TenantWriter writer)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        Draft draft = settlement.draft();
        Rehearser rehearser = new Rehearser(connection.reader(), writer, connection.site(), draft.watched(), timer);
        Map<String, Evidence> evidence = new HashMap<>();
        for (Map.Entry<String, Stage.Scene> scene : settlement.stage().scenes().entrySet()) {
            Settlement.refuseIfHalted(archive, operator);
            progress.note(
                    Text.of("Rehearsing on {0} ({1})", scene.getValue().account().name(), scene.getKey()));
            Evidence made = make(draft, rehearser, writer, scene.getValue());
            if (!made.key().shape().equals(scene.getKey())) {
                throw new RefusedException(otherShape(made, scene.getKey()));
            }
            archive.save(made);
            progress.note(Text.of("Rehearsed as declared, there and back."));
            evidence.put(scene.getKey(), made);
        }
        return evidence;
    }

    /**
     * Rehearses a draft on that account, whatever evidence is at hand and whatever shape the account has.
     *
     * @throws RefusedException when it did not go as declared
     */
    Evidence make(Draft draft, TenantWriter writer, Stage.Scene scene)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        Settlement.refuseIfHalted(archive, operator);
        progress.note(Text.of("Rehearsing on {0} ({1})", scene.account().name(), scene.account().shape()));
        Evidence made = make(draft,
                new Rehearser(connection.reader(), writer, connection.site(), draft.watched(), timer), writer, scene);
        archive.save(made);
        progress.note(Text.of("Rehearsed as declared, there and back."));
        return made;
    }

    private Evidence make(Draft draft, Rehearser rehearser, TenantWriter writer, Stage.Scene scene)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        Plan plan = draft.plan();
        String run = names.run();
        Entry.Opened opened = new Entry.Opened(timer.now(), run, RunKind.REHEARSAL, plan.tenantId(), plan.domain(),
                plan.command(), draft.decision().words(), plan.id(), draft.digest(), 1, 1,
                draft.overview().snapshotName(), operator.by());
        Instant begun = connection.reader().identify().serverTime();
        Set<String> older = connection.audit(timer).ours(begun);
        operator.ledger().worked(opened, writer.application(), List.of());
        try (Journal journal = Journal.create(archive.journal(run), archive.disk());
                Keepsakes keepsakes = Keepsakes.into(KeepsakeLog.open(archive.keepsakes(run), archive.disk()),
                        connection.reader())) {
            RehearsalResult result;
            try {
                result = rehearser.rehearse(draft.decision(), scene, opened, journal, keepsakes);
            } catch (TenantFailure e) {
                journal.append(new Entry.Closed(timer.now(), RunStatus.CLOSED,
                        Optional.of("nothing was written: " + e.sentence())));
                journal.force();
                archive.keepSummary(run);
                throw e;
            }
            archive.keepSummary(run);
            switch (result) {
                case RehearsalResult.AsDeclared good -> {
                    nobodyElse(draft, scene.account().id(), run, begun, older);
                    return good.evidence();
                }
                case RehearsalResult.NotAsDeclared bad -> throw new RefusedException(notAsDeclared(bad));
            }
        }
    }

    /** Who may write, asked for only when it is needed. */
    @FunctionalInterface
    interface WritingRight {
        TenantWriter get() throws RefusedException, TenantFailure;
    }

    /**
     * Brings the account of a rehearsal back whose process is gone, and ends the rehearsal. It proves nothing any more.
     *
     * @param right asked for before anything else, so that what is not settled refuses it
     */
    RunStatus end(RunSummary summary, WritingRight right)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        Archive.Told told = Past.told(summary, connection, archive);
        TenantWriter writer = right.get();
        Rehearser rehearser = new Rehearser(connection.reader(), writer, connection.site(), connection.watched(),
                timer);
        operator.ledger().worked(told.state().opened(), writer.application(), List.of());
        Journal journal = Journal.resume(archive.journal(summary.run()), archive.disk());
        try (journal) {
            journal.append(new Entry.Recovered(timer.now(), operator.by(), false, journal.torn()));
            journal.force();
            rehearser.end(told.state(), journal);
        }
        archive.keepSummary(summary.run());
        return archive.standing(summary.run()).state().status(false);
    }

    /** A tenant that harms one account while it is told to change another is found out before anybody but a test account is written. */
    private void nobodyElse(Draft draft, AccountId account, String run, Instant begun, Set<String> older)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        Overview.Whole after = Replanning.whole(connection, archive, names);
        Map<AccountId, Observation> before = new AccountOverlay(draft.overview().accounts(), UnaryOperator.identity(),
                Map.of(), Set.of(account));
        AuditTrail audit = connection.audit(timer);
        SortedSet<AccountId> strayed = audit.strayed(begun, older, Set.of(account));
        if (!strayed.isEmpty()) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.REHEARSAL, Text.of(
                            "While {0} rehearsed on one account, another one was written, so this proves nothing.",
                            run))
                    .contrast(Text.of("writes of ours on {0}", account),
                            Text.of("the audit log holds writes of ours on {0}", strayed))
                    .remedy(Text.of("Find out what these requests do in this tenant before anything else.")));
        }
        Judgement others = new FinalLook(connection.reader(), audit, draft.watched(), Baseline.still())
                .judge(FinalLook.Written.nothing(), before, after.accounts(), after.takenAt());
        boolean harmless = others.verdict() != Verdict.FAILED && others.count(Outcome.UNEXPLAINED) == 0;
        if (harmless) {
            return;
        }
        throw new RefusedException(Diagnostic
                .refusal(ExitStatus.REHEARSAL,
                        Text.of("While {0} rehearsed on one account, another one was harmed, so this proves nothing.",
                                run))
                .contrast(Text.of("no other account changes, but by somebody whom the audit log names"),
                        Text.verbatim(others.notable().stream()
                                .filter(finding -> finding.outcome() == Outcome.COLLATERAL
                                        || finding.outcome() == Outcome.UNEXPLAINED)
                                .map(finding -> finding.account() + " " + finding.describe()).sorted()
                                .collect(Collectors.joining("; "))))
                .remedy(Text.of("Find out who did that before anything else. Snapshots: shisa snapshot diff {0} {1}.",
                        draft.overview().snapshotName().orElse("?"), after.snapshot().manifest().id())));
    }

    private static Diagnostic otherShape(Evidence evidence, String shape) {
        return Diagnostic
                .refusal(ExitStatus.REHEARSAL,
                        Text.of("The rehearsal on {0} went as declared, and proves another shape.", evidence.name()))
                .contrast(Text.verbatim(shape), Text.verbatim(evidence.key().shape()))
                .remedy(Text.of("Make a test account of that shape and list it for rehearsals."));
    }

    private static Diagnostic notAsDeclared(RehearsalResult.NotAsDeclared bad) {
        return Diagnostic
                .refusal(ExitStatus.REHEARSAL,
                        Text.of("The rehearsal on {0} did not go as declared; no other account was touched.",
                                bad.account()))
                .contrast(Text.of("what commands.yaml declares, and nothing else"),
                        Text.verbatim(String.join("; ", bad.found())))
                .remedy(bad.broughtBack()
                        ? Text.of("The account was brought back. Find out what is different in this tenant before "
                                + "anything else: shisa run show {0}.", bad.run())
                        : Text.of("The account could not be brought back, so the tenant is closed: shisa run show {0}.",
                                bad.run()));
    }
}
