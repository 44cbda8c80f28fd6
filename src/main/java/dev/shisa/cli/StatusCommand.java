package dev.shisa.cli;

import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.journal.RunState;
import dev.shisa.journal.RunStatus;
import dev.shisa.operation.RunSummary;
import dev.shisa.text.Text;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells how a run goes on while it goes on. */
@Command(name = "status", description = "How a run stands now: who works on it, its wave, how many accounts are where, and how to halt it.")
final class StatusCommand implements BuiltIn {
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final int MOST_LOOKS = 7 * 24 * 3600;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Name of the run; without it, the one that goes on now.")
    private @Nullable String run;

    @Option(names = "--watch", description = "Tell it again whenever it changes, until nobody works on it any more.")
    private boolean watch;

    @Override
    public int run(Desk desk) {
        return desk.carryOut("run status", session -> {
            RunSummary summary = run == null ? going(session) : RunCommands.summary(session.archive(), run);
            Instant told = show(session, summary);
            for (int look = 0; watch && look < MOST_LOOKS && summary.status() == RunStatus.RUNNING; look++) {
                session.timer().await(BETWEEN);
                summary = RunCommands.summary(session.archive(), summary.run());
                RunState state = session.archive().standing(summary.run()).state();
                if (!state.last().equals(told) || summary.status() != RunStatus.RUNNING) {
                    told = show(session, summary);
                }
            }
            return RunCommands.told(session, summary, session.archive().standing(summary.run()).state());
        });
    }

    private static RunSummary going(Session session) throws RefusedException, IOException {
        List<RunSummary> going = session.archive().listing().runs().stream()
                .filter(one -> one.status() == RunStatus.RUNNING).toList();
        if (going.size() == 1) {
            return going.getFirst();
        }
        throw new RefusedException(Diagnostic
                .refusal(ExitStatus.NOTHING_MATCHED, going.isEmpty()
                        ? Text.of("No run goes on now.")
                        : Text.of("Several runs go on now: {0}.",
                                Text.listed(going.stream().map(one -> Text.verbatim(one.run())).toList())))
                .remedy(Text.of("Name it; all of them: shisa run list.")));
    }

    private static Instant show(Session session, RunSummary summary) throws RefusedException, IOException {
        RunState state = session.archive().standing(summary.run()).state();
        TreeMap<String, Integer> counts = new TreeMap<>();
        state.targets().values().forEach(its -> counts.merge(its.label(), 1, Integer::sum));
        int later = summary.targets() - state.targets().size();
        if (!counts.isEmpty() && later > 0) {
            counts.merge("not-started", later, Integer::sum);
        }
        Optional<String> halting = summary.status() == RunStatus.RUNNING
                ? Optional.of(session.line(List.of("halt", summary.run(), "--reason", "TEXT")))
                : Optional.empty();
        session.view().standing(new RunStanding(summary.run(), summary.command(), session.kind(), summary.domain(),
                summary.status().label(), summary.by(), summary.started(), state.wave(), summary.targets(),
                summary.pending(), counts, session.archive().halts().reason(summary.run()), halting, state.last()));
        return state.last();
    }
}
