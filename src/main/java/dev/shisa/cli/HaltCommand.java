package dev.shisa.cli;

import dev.shisa.text.Text;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.journal.RunStatus;
import dev.shisa.operation.Halts;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops a run from elsewhere, or all of them. It needs no lock and asks no tenant. */
@Command(name = "halt", description = {"Stop a run, or all of them, after what is in flight.",
        "Nothing more is sent until the halt is cleared."})
final class HaltCommand implements BuiltIn {
    @Parameters(paramLabel = "RUN", arity = "0..1", description = "Name of the run.")
    private @Nullable String run;

    @Option(names = "--all", description = "Every run of this store, and none is begun.")
    private boolean all;

    @Option(names = "--clear", description = "Take the halt back.")
    private boolean clear;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; told to whoever is stopped.")
    private String reason = "";

    @Override
    public int run(Desk desk) {
        return desk.carryOut("halt", this::work);
    }

    private Outcome work(Session session) throws RefusedException, IOException {
        Optional<String> named = Optional.ofNullable(run);
        if (named.isPresent() == all || reason.isBlank()) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.USAGE, Text.of("What is to halt, and why, has to be said."))
                    .remedy(Text.of("Say a run or --all, and --reason TEXT.")));
        }
        if (named.isPresent()) {
            // Not by its journal: what does not verify, or is just being written, has to halt as well.
            if (!session.archive().runNames().contains(named.get())) {
                throw RunCommands.unknown(named.get());
            }
            session.tell(session.outcome().run(named.get()));
        }
        Halts halts = session.archive().halts();
        Text what = named.map(Text::verbatim).orElse(Text.of("every run of this store"));
        if (clear) {
            boolean was = halts.clear(named);
            session.view().note(was
                    ? Text.of("The halt of {0} is cleared: {1}", what, reason)
                    : Text.of("Nobody had halted {0}.", what));
        } else {
            halts.order(named, reason, session.operator().by(), session.timer().now());
            session.view().note(ordered(session, named));
        }
        return session.outcome();
    }

    /** A run whose journal does not verify may be going on. */
    private static boolean mayRun(Session session, String run) throws IOException {
        try {
            return session.archive().run(run).filter(one -> one.status() == RunStatus.RUNNING).isPresent();
        } catch (RefusedException e) {
            return true;
        }
    }

    private static Text ordered(Session session, Optional<String> named) throws IOException {
        if (named.isEmpty()) {
            return Text.of(
                    "Every run of this store: nothing more is sent, and none is begun until this is cleared. Each ends when what is in flight was looked at; then: shisa run list.");
        }
        return mayRun(session, named.get())
                ? Text.of(
                        "{0}: nothing more is sent. It ends when what is in flight was looked at; then: shisa run show {1}.",
                        named.get(), named.get())
                : Text.of(
                        "{0} does not run now. Until its halt is cleared it is neither resumed nor brought back: shisa halt {1} --clear --reason TEXT.",
                        named.get(), named.get());
    }
}
