package dev.shisa.cli;

import dev.shisa.text.Text;
import java.util.ArrayList;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.journal.RunState;
import dev.shisa.journal.RunStatus;
import dev.shisa.operation.Archive;
import dev.shisa.operation.Connection;
import dev.shisa.operation.Operation;
import dev.shisa.operation.Resumption;
import dev.shisa.operation.RunSummary;
import dev.shisa.operation.Settlement;
import dev.shisa.operation.Terms;
import dev.shisa.operation.UndoDraft;
import dev.shisa.plan.Plan;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes on with a run that stopped: one that paused, was halted, or whose process is gone. */
@Command(name = "resume", description = {"Go on with a run that paused, was halted, or whose process is gone.",
        "A rehearsal is only brought back and ended."})
final class ResumeCommand implements BuiltIn {
    @Parameters(paramLabel = "RUN", description = "Name of the run.")
    private String run = "";

    @Option(names = "--retry-failed", description = "Send again what the service refused.")
    private boolean retry;

    @Mixin
    private SpokenOptions spoken = new SpokenOptions();

    @Override
    public int run(Desk desk) {
        return desk.carryOut("run resume", this::work);
    }

    private Outcome work(Session session) throws RefusedException, IOException, TenantFailure, InterruptedException {
        Terms said = spoken.terms(Optional.empty());
        session.tell(session.outcome().run(run));
        session.lock(session.choice().tenantId(), "run resume " + run);
        RunSummary summary = RunCommands.summary(session.archive(), run);
        Resumption.refuseUnlessOpen(summary, retry);
        Connection connection = session.connectToWrite();
        return switch (summary.kind()) {
            case RUN -> run(session, connection, summary, said);
            case REHEARSAL -> rehearsal(session, connection, summary, said);
            case UNDO -> undo(session, connection, summary, said);
        };
    }

    private Outcome run(Session session, Connection connection, RunSummary summary, Terms said)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        Archive archive = session.archive();
        Resumption resumption = Resumption.of(summary, retry, connection, archive, session.catalog());
        Plan rest = resumption.rest().plan();
        session.view().resume(resumption);
        session.tell(PlanCommands.planned(session.outcome(), rest));
        Terms terms = SpokenOptions.ask(session, said, rest.loss());
        Settlement settlement = resumption.settle(terms, connection, archive, session.catalog(), session.names());
        return GuardedCommand.ran(session, operation(session, connection).resume(resumption, settlement), archive, run);
    }

    private Outcome rehearsal(Session session, Connection connection, RunSummary summary, Terms said)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        String confirmation = summary.targets() + "@" + summary.domain();
        session.view().note(Text.of(
                "The rehearsal {0} of {1} was cut off. Its account is brought back, and it ends; it proves nothing.",
                run,
                summary.started()));
        session.tell(session.outcome().planned(summary.plan(), summary.targets(), 0, confirmation, List.of(),
                Optional.empty()));
        Terms terms = SpokenOptions.ask(session, said, Collections.emptySortedSet());
        RunStatus ended = operation(session, connection).endRehearsal(summary,
                refusals(Settlement.closedToResuming(session.archive(), summary),
                        terms.refusals(summary.targets(), summary.domain(), new TreeSet<>())));
        if (ended == RunStatus.STUCK) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.REHEARSAL, Text.of("The account of {0} could not be brought back.", run))
                    .remedy(Text.of(
                            "Look at it: shisa run show {0}. When it is put right: shisa run close {1} --reason TEXT.",
                            run, run)));
        }
        return session.outcome().ending("completed", ExitStatus.DONE, session.writeCalls());
    }

    private Outcome undo(Session session, Connection connection, RunSummary summary, Terms said)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        Archive archive = session.archive();
        RunState told = archive.standing(run).state();
        RunSummary undone = RunCommands.summary(archive, summary.plan());
        UndoDraft draft = UndoDraft.resumed(summary, undone, connection, archive, session.catalog(), session.names());
        session.view().undo(draft, summary.pending());
        String confirmation = summary.pending() + "@" + summary.domain();
        session.tell(session.outcome().planned(summary.plan(), summary.pending(), 0, confirmation,
                draft.loss().stream().map(facet -> facet.label()).sorted().toList(), Optional.empty()));
        Terms terms = SpokenOptions.ask(session, said, draft.loss());
        return GuardedCommand.ran(session,
                operation(session, connection).resumeUndo(draft, told,
                        refusals(Settlement.closedToUndoing(archive, undone, summary),
                                terms.refusals(summary.pending(), summary.domain(), draft.loss()))),
                archive, summary.plan());
    }

    private static List<Diagnostic> refusals(List<Diagnostic> closed, List<Diagnostic> unsaid) {
        List<Diagnostic> refusals = new ArrayList<>(closed);
        refusals.addAll(unsaid);
        return refusals;
    }

    private static Operation operation(Session session, Connection connection) throws RefusedException {
        return new Operation(connection, session.archive(), session.names(), session.operator(),
                session.catalog());
    }
}
