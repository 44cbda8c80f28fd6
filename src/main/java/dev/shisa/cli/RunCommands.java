package dev.shisa.cli;

import dev.shisa.text.Sentence;
import dev.shisa.text.Text;
import java.util.Collections;
import java.util.SortedSet;
import dev.shisa.judge.Finding;
import dev.shisa.run.Tally;
import dev.shisa.plan.Plan;
import dev.shisa.plan.PlanFile;
import dev.shisa.judge.Verdict;
import dev.shisa.plan.Visible;
import dev.shisa.operation.Verification;
import dev.shisa.account.Facet;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunState;
import dev.shisa.journal.RunStatus;
import dev.shisa.operation.Archive;
import dev.shisa.report.RunView;
import dev.shisa.operation.RunSummary;
import dev.shisa.operation.Settlement;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs, and how to bring one back. */
final class RunCommands {
    private RunCommands() {
    }

    /** Lists runs. */
    @Command(name = "list", description = "Runs, rehearsals and undos, oldest first.")
    static final class ListRuns implements BuiltIn {
        @Override
        public int run(Desk desk) {
            return desk.carryOut("run list", session -> {
                Archive.Listing listing = session.archive().listing();
                listing.runs().forEach(run -> row(run, session.view()));
                if (!listing.damaged().isEmpty()) {
                    throw new RefusedException(listing.damaged());
                }
                return session.outcome();
            });
        }
    }

    private static void row(RunSummary run, View view) {
        new Rows().with("run", run.run()).with("kind_of_run", run.kind().label()).with("command", run.command())
                .with("domain", run.domain()).with("status", run.status().label()).with("open", run.status().isOpen())
                .with("started", run.started().toString())
                .with("pending", run.pending()).with("provisional", run.isProvisional()).show(view, "run");
    }

    /** Shows a run. */
    @Command(name = "show", description = "How a run stands, by its journal.")
    static final class Show implements BuiltIn {
        @Parameters(paramLabel = "RUN", description = "Name of the run.")
        private String run = "";

        @Override
        public int run(Desk desk) {
            return desk.carryOut("run show", session -> {
                RunSummary summary = summary(session.archive(), run);
                RunState state = session.archive().standing(run).state();
                row(summary, session.view());
                state.targets().forEach((id, its) -> {
                    if (!state.found(id).isEmpty() || its.label().equals("skipped") || its.label().equals("rejected")) {
                        new Rows().with("id", id.value())
                                .with("name",
                                        Optional.ofNullable(state.before().get(id)).map(look -> look.name()).orElse(""))
                                .with("state", its.label()).with("found", state.found(id))
                                .show(session.view(), "target");
                    }
                });
                state.reasons().forEach(reason -> new Rows().with("reason", reason).show(session.view(), "pause"));
                return told(session, summary, state);
            });
        }
    }

    /** The last word about a run that is looked at: how it goes on, or how it is brought back. */
    static Outcome told(Session session, RunSummary summary, RunState state)
            throws RefusedException, IOException {
        String run = summary.run();
        warnOfHalt(session.view(), session.archive(), run);
        Outcome outcome = session.outcome().at(summary.tenantId(), summary.domain(), session.kind()).run(run);
        boolean goesOn = summary.goesOn();
        String rest = (summary.status().isOpen() ? summary.pending() : 0) + "@" + summary.domain();
        if (goesOn && summary.kind() == RunKind.RUN && session.archive().plan(summary.plan())
                .orElse(null) instanceof PlanFile.Content.Intact intact) {
            Tally tally = Tally.of(state, false);
            Plan left = intact.plan().with(
                    intact.plan().targets().stream().filter(target -> tally.mayBeWritten(target.id())).toList());
            return PlanCommands.planned(outcome, left)
                    .next(session.line(resumeWords(run, left.confirmation(), left.loss())));
        }
        Optional<String> deadline = summary.status() == RunStatus.UNDONE
                ? Optional.empty()
                : ReportCommand.leftBehind(session.archive(), run).flatMap(RunView::undoDeadline)
                        .map(Instant::toString);
        outcome = outcome.planned(summary.plan(), summary.targets(), 0, rest, List.of(), deadline);
        if (goesOn) {
            return outcome.next(session.line(resumeWords(run, rest, Collections.emptySortedSet())));
        }
        boolean back = summary.kind() != RunKind.REHEARSAL && summary.status() != RunStatus.UNDONE
                && summary.status() != RunStatus.RUNNING;
        return back ? outcome.next(session.line(List.of("undo", run))) : outcome;
    }

    /** A halt outlives the run that it stopped, and nobody looks for it when the next one is refused. */
    static void warnOfHalt(View view, Archive archive, String run) {
        archive.halts().reason(run).ifPresent(reason -> view.diagnostics(List.of(Diagnostic
                .warning(Text.of("A halt is in force: {0}.", new Sentence(reason)))
                .remedy(Text.of("Before anything goes on: {0}", Settlement.clearing(archive, Optional.of(run)))))));
    }

    private static List<String> resumeWords(String run, String confirmation, SortedSet<Facet> loss) {
        List<String> words = new ArrayList<>(List.of("run", "resume", run));
        words.addAll(GuardedCommand.spokenWords(confirmation, loss));
        return words;
    }

    /** Looks again at what a run did. */
    @Command(name = "verify", description = "Look again at what a run did; a bulk run is provisional until that was done a day later.")
    static final class Verify implements BuiltIn {
        @Parameters(paramLabel = "RUN", description = "Name of the run.")
        private String run = "";

        @Override
        public int run(Desk desk) {
            return desk.carryOut("run verify", this::work);
        }

        private Outcome work(Session session) throws RefusedException, IOException, InterruptedException {
            Archive archive = session.archive();
            RunSummary summary = summary(archive, run);
            session.tell(session.outcome().run(run));
            session.lock(session.choice().tenantId(), "run verify " + run);
            Verification seen = Verification.of(summary, session.connect(), archive,
                    session.catalog(), session.names(), session.timer());
            Rows row = new Rows().with("run", run).with("status", seen.summary().status().label())
                    .with("verdict", seen.judgement().verdict().label()).with("provisional", !seen.isSettled())
                    .with("verify_from", seen.summary().verifyFrom().map(Object::toString).orElse(""));
            seen.judgement().counts().forEach((outcome, count) -> row.with(outcome.label(), count));
            row.show(session.view(), "verification");
            seen.judgement().notable().stream().filter(Verify::isWorthNaming)
                    .forEach(finding -> new Rows().with("id", finding.account().value())
                            .with("outcome", finding.outcome().label()).with("found", finding.describe())
                            .show(session.view(), "finding"));
            if (seen.early()) {
                session.view().note(Text.of("It is not due yet, so the run stays provisional until {0}.",
                        seen.summary().verifyFrom().map(Object::toString).orElse("?")));
            }
            String word = switch (seen.judgement().verdict()) {
                case PASSED -> "completed";
                case INCONCLUSIVE -> "partial";
                case FAILED -> "violated";
            };
            Outcome outcome = session.outcome().ending(word, seen.exit(), session.writeCalls());
            return seen.judgement().verdict() == Verdict.FAILED
                    ? outcome.next(session.line(List.of("undo", run)))
                    : outcome;
        }

        private static boolean isWorthNaming(Finding finding) {
            return switch (finding.outcome()) {
                case MISSING, PENDING, DEFERRED, EXTRA, UNOBSERVED, COLLATERAL, UNEXPLAINED, BACKGROUND -> true;
                case UNCHANGED, MET, IMPLIED -> false;
            };
        }
    }

    static RunSummary summary(Archive archive, String run) throws RefusedException, IOException {
        return archive.run(run).orElseThrow(() -> unknown(run));
    }

    static RefusedException unknown(String run) {
        return new RefusedException(Diagnostic
                .refusal(ExitStatus.NOTHING_MATCHED,
                        Text.of("There is no run {0}.{1}", Visible.escape(run), Visible.hint(run)))
                .remedy(Text.of("List them: shisa run list.")));
    }
}
