package dev.shisa.cli;

import dev.shisa.text.Text;
import dev.shisa.catalog.Catalog;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.operation.Connection;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out one command line: begins, lets it work, shows what was refused, and says the last word. */
final class Desk {
    private static final int WIDEST_HELP = 80;
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final GlobalOptions options;
    private final List<String> words;
    private final Catalog catalog;
    private final PrintStream out;
    private final PrintStream talk;
    private final Supplier<Surface> surface;
    private final Interruptions interruptions;

    /**
     * A desk for one command line.
     *
     * @param words as typed
     * @param surface what people see it on; asked once somebody is shown something, because to find it out takes a while
     */
    Desk(List<String> words, GlobalOptions options, Catalog catalog, PrintStream out, PrintStream talk,
            Supplier<Surface> surface, Interruptions interruptions) {
        this.words = List.copyOf(words);
        this.interruptions = interruptions;
        this.options = options;
        this.catalog = catalog;
        this.out = out;
        this.talk = talk;
        this.surface = surface;
    }

    /** What a command does. It keeps the session's outcome up to date, so that a refusal in its middle can still tell what was known. */
    @FunctionalInterface
    interface Work {
        /** Does it and returns the last word. */
        Outcome on(Session session) throws RefusedException, IOException, TenantFailure, InterruptedException;
    }

    /** From now on a signal ends the work, and not just the process. */
    void listen() {
        interruptions.listen();
    }

    Catalog catalog() {
        return catalog;
    }

    GlobalOptions options() {
        return options;
    }

    PrintStream out() {
        return out;
    }

    /** How sentences are broken into lines on what people see them on. */
    Layout layout() {
        return new Layout(surface.get().columns().getAsInt(), options.locale());
    }

    /** How help is broken into lines: as wide as it is easily read, and no wider than the terminal. */
    Layout helpLayout() {
        return new Layout(Math.min(WIDEST_HELP, surface.get().columns().getAsInt()), options.locale());
    }

    private View view(String command) {
        // So it can be kept in a file: what is said beside a report is none of it.
        return command.equals(ReportCommand.NAME) && options.output().equals("human")
                ? new HumanView(out, talk, talk, surface.get(), options.locale(), options.quiet())
                : view();
    }

    View view() {
        return switch (options.output()) {
            case "json" -> new JsonView(out);
            // A table that another program reads has nothing before it and nothing behind it.
            case "csv" -> new HumanView(out, talk, talk, Surface.PIPE, options.locale(), options.quiet());
            default -> new HumanView(out, out, talk, surface.get(), options.locale(), options.quiet());
        };
    }

    /**
     * What a command line with these options means, for somebody who only looks: nothing is recorded, locked or opened by it.
     */
    Session looking(GlobalOptions its) {
        return new Session(its, catalog, view(), interruptions);
    }

    /** Whether nothing is wrong with the global options and the environment. */
    boolean isUsable() {
        return looking(options).usageRefusals().isEmpty();
    }

    /** Refuses a command line before any of it is done. */
    int refuse(String command, List<Diagnostic> refusals) {
        return carryOut(command, refusals, Session::outcome);
    }

    /** Carries out a command and returns the exit code. */
    int carryOut(String command, Work work) {
        return carryOut(command, List.of(), work);
    }

    private int carryOut(String command, List<Diagnostic> known, Work work) {
        View view = view(command);
        try (Session session = new Session(options, catalog, view, interruptions)) {
            view.begin(session.kind(), command);
            session.tell(Outcome.of(command, session.kind()));
            Outcome worked = work(command, known, work, session, view);
            int unheard = session.elsewhere().end(worked);
            Outcome end = traced(worked, unheard, session, view);
            view.end(end);
            return end.exit().code();
        } catch (IOException e) {
            LOG.debug("closing", e);
            view.diagnostics(
                    List.of(Diagnostic.refusal(ExitStatus.STORE,
                            Text.of("Something could not be closed: {0}", String.valueOf(e.getMessage())))));
            return ExitStatus.STORE.code();
        }
    }

    private static Outcome traced(Outcome end, int unheard, Session session, View view) {
        try {
            return session.trace().isPresent() ? session.trace().get().end(end, unheard, view) : end;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            view.note(Text.of("How this ended is not written into the audit log, because somebody stopped it."));
            return end;
        }
    }

    private void record(String command, Session session, List<Diagnostic> refusals) throws InterruptedException {
        try {
            session.record(command, Stream.concat(words.stream(), options.inherited().stream()).toList());
        } catch (RefusedException e) {
            refusals.addAll(e.diagnostics());
        }
    }

    private static void warnOrRefuse(List<Diagnostic> found, List<Diagnostic> refusals, View view) {
        for (Diagnostic diagnostic : found) {
            if (diagnostic.severity() == Diagnostic.Severity.REFUSAL) {
                refusals.add(diagnostic);
            } else {
                view.diagnostics(List.of(diagnostic));
            }
        }
    }

    private Outcome unusable(IOException fault, Session session, View view) {
        LOG.debug("store", fault);
        return refused(new RefusedException(
                Diagnostic
                        .refusal(ExitStatus.STORE,
                                Text.of("The store cannot be used: {0}", String.valueOf(fault.getMessage())))
                        .remedy(Text.of("Look at the folder {0}.", session.storeFolder()))),
                session, view);
    }

    private Outcome work(String command, List<Diagnostic> known, Work work, Session session, View view) {
        try {
            List<Diagnostic> refusals = new ArrayList<>(known);
            refusals.addAll(session.usageRefusals());
            StorePlace.refusal(options, command).ifPresent(refusals::add);
            if (AuditTrace.isRecorded(command, words)) {
                record(command, session, refusals);
                warnOrRefuse(session.elsewhere().read(options.environment(), command), refusals, view);
            }
            if (!refusals.isEmpty()) {
                throw new RefusedException(refusals);
            }
            return work.on(session);
        } catch (RefusedException e) {
            return isCalledOff(session) ? calledOff(session) : refused(e, session, view);
        } catch (TenantFailure e) {
            return isCalledOff(session) ? calledOff(session) : refused(Connection.refused(e), session, view);
        } catch (IOException e) {
            return unusable(e, session, view);
        } catch (UncheckedIOException e) {
            return unusable(Objects.requireNonNull(e.getCause()), session, view);
        } catch (InterruptedException e) {
            return calledOff(session);
        } catch (RuntimeException e) {
            LOG.debug("internal error", e);
            view.diagnostics(
                    List.of(Diagnostic
                            .refusal(ExitStatus.INTERNAL_ERROR, Text.of("An error of the program itself: {0}", e))
                            .remedy(Text.of("Run it again with -v and report what it says."))));
            return session.outcome().ending("failed", ExitStatus.INTERNAL_ERROR, session.writeCalls());
        }
    }

    /** Whoever interrupts before the first write also breaks the request that is just being answered; that is no failure of the tenant. */
    private boolean isCalledOff(Session session) {
        return interruptions.isRaised() && session.writeCalls() == 0;
    }

    private static Outcome calledOff(Session session) {
        if (session.writeCalls() == 0) {
            session.view().note(Text.of("Interrupted; nothing was written."));
        }
        return session.outcome().ending("failed", ExitStatus.INTERRUPTED, session.writeCalls());
    }

    private static Outcome refused(RefusedException e, Session session, View view) {
        view.diagnostics(e.diagnostics());
        session.trace().ifPresent(trace -> trace.refused(e.diagnostics()));
        ExitStatus status = ExitStatus.firstRefusal(e.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.REFUSAL).map(Diagnostic::status)
                .toList())
                .orElse(ExitStatus.INTERNAL_ERROR);
        return session.outcome().ending("refused", status, session.writeCalls());
    }
}
