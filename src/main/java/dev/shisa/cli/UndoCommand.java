package dev.shisa.cli;

import dev.shisa.text.Text;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunStatus;
import dev.shisa.account.Facet;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.RefusedException;
import dev.shisa.operation.Archive;
import dev.shisa.operation.Connection;
import dev.shisa.operation.Operation;
import dev.shisa.operation.RunSummary;
import dev.shisa.operation.Settlement;
import dev.shisa.operation.Terms;
import dev.shisa.operation.UndoDraft;
import dev.shisa.diag.ExitStatus;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a run back. */
@Command(name = "undo", description = "Bring back what a run changed. Without --execute it is only shown.")
final class UndoCommand implements BuiltIn {
    @Parameters(paramLabel = "RUN", description = "Name of the run.")
    private String run = "";

    @Option(names = "--execute", description = "Write.")
    private boolean execute;

    @Mixin
    private SpokenOptions spoken = new SpokenOptions();

    @Override
    public int run(Desk desk) {
        return desk.carryOut("undo", this::work);
    }

    private Outcome work(Session session) throws RefusedException, IOException, TenantFailure, InterruptedException {
        Archive archive = session.archive();
        Terms said = spoken.terms(Optional.empty());
        session.tell(session.outcome().run(run));
        if (execute) {
            session.lock(session.choice().tenantId(), "undo " + run);
        }
        RunSummary summary = RunCommands.summary(archive, run);
        if (summary.kind() == RunKind.UNDO && summary.status().isOpen()) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.REFUSED,
                            Text.of("{0} is an undo that did not come to its end; undoing it would harm people again.",
                                    run))
                    .remedy(Text.of("Go on with it: shisa run resume {0}. Or undo the run once more: shisa undo {1}.",
                            run, summary.plan())));
        }
        Connection connection = execute ? session.connectToWrite() : session.connect();
        UndoDraft draft = UndoDraft.of(summary, connection, archive, session.catalog(),
                session.names());
        session.view().undo(draft, draft.targets().size());
        String confirmation = draft.targets().size() + "@" + summary.domain();
        List<String> lost = draft.loss().stream().map(Facet::label).sorted().toList();
        session.tell(session.outcome().planned(summary.plan(), draft.targets().size(), 0, confirmation, lost,
                Optional.empty()));
        if (draft.refusal().isPresent()) {
            throw new RefusedException(draft.refusal().get());
        }
        if (!execute && draft.targets().isEmpty() && summary.status() == RunStatus.UNDONE) {
            session.view().note(Text.of("{0} was brought back already, and its accounts look as they did before it.",
                    run));
            return session.outcome().ending("planned", ExitStatus.DONE, session.writeCalls());
        }
        if (!execute) {
            List<String> words = new ArrayList<>(List.of("undo", run, "--execute"));
            words.addAll(GuardedCommand.spokenWords(confirmation, draft.loss()));
            return session.outcome().next(session.line(words)).ending("planned", ExitStatus.DONE, session.writeCalls());
        }
        Terms terms = SpokenOptions.ask(session, said, draft.loss());
        List<Diagnostic> refusals = new ArrayList<>(Settlement.closedToUndoing(archive, summary, summary));
        refusals.addAll(terms.refusals(draft.targets().size(), summary.domain(), draft.loss()));
        Operation operation = new Operation(connection, archive, session.names(), session.operator(),
                session.catalog());
        return GuardedCommand.ran(session, operation.undo(draft, refusals), archive, run);
    }
}
