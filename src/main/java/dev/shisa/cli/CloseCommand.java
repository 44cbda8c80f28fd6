package dev.shisa.cli;

import dev.shisa.text.Text;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.journal.Entry;
import dev.shisa.journal.RunStatus;
import dev.shisa.operation.RunSummary;
import dev.shisa.site.TenantKind;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Closes a run that nobody goes on with or brings back, so that its tenant opens again. */
@Command(name = "close", description = "Close a run that nobody goes on with or brings back. What it left stays as it is.")
final class CloseCommand implements BuiltIn {
    @Parameters(paramLabel = "RUN", description = "Name of the run.")
    private String run = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept in the run's journal.")
    private String reason = "";

    @Override
    public int run(Desk desk) {
        return desk.carryOut("run close", this::work);
    }

    private Outcome work(Session session) throws RefusedException, IOException, InterruptedException {
        session.tell(session.outcome().run(run));
        session.lock(session.choice().tenantId(), "run close " + run);
        RunSummary summary = RunCommands.summary(session.archive(), run);
        if (reason.isBlank()) {
            throw new RefusedException(
                    Diagnostic.refusal(ExitStatus.USAGE, Text.of("A run is not closed without a reason."))
                            .remedy(Text.of("Say why: --reason TEXT.")));
        }
        if (!summary.tenantId().equals(session.choice().tenantId())) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.REFUSED,
                            Text.of("{0} belongs to another tenant than the one that is meant.", run))
                    .contrast(Text.of("tenant {0}", session.choice().tenantId()),
                            Text.of("tenant {0}", summary.tenantId())));
        }
        if (!summary.status().isOpen()) {
            throw new RefusedException(Diagnostic.refusal(ExitStatus.REFUSED, Text.of("{0} keeps nothing closed.", run))
                    .contrast(Text.of("a run that is open"),
                            Text.of("one that is {0}", Text.word(summary.status().label()))));
        }
        if (session.kind() == TenantKind.PRODUCTION) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.APPROVAL, Text.of("In production a run is closed by two people."))
                    .contrast(Text.of("an approval"), Text.of("none; this version knows no approvals")));
        }
        session.archive().end(run, new Entry.Closed(session.timer().now(), RunStatus.CLOSED,
                Optional.of(reason + " (" + session.operator().by() + ")")));
        session.view().note(Text.of(
                "{0} is closed. {1} accounts of it are not settled, and stay as they are; the report and the journal name them.",
                run, summary.pending()));
        return session.outcome();
    }
}
