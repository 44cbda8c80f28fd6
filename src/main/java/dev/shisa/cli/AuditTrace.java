package dev.shisa.cli;

import dev.shisa.text.Text;
import dev.shisa.audit.Anchor;
import dev.shisa.audit.AuditEntry;
import dev.shisa.audit.AuditLog;
import dev.shisa.store.DamagedLogException;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.journal.Entry;
import dev.shisa.operation.Ledger;
import dev.shisa.report.RunView;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What this command line leaves in the audit log. Used by one thread. */
final class AuditTrace implements Ledger {
    /** Whoever brings back or stops is not kept from it by a log that cannot be written. */
    private static final Set<String> NEVER_HINDERED = Set.of("undo", "halt");
    private static final Set<String> ALWAYS_RECORDED = Set.of("apply", "approve", "rehearse", "halt", "run resume",
            "run close", "smoke");

    private final AuditLog log;
    private final String invocation;
    private final Supplier<Instant> clock;
    private final Anchor anchor;
    private Optional<String> head = Optional.empty();
    private final List<String> refusals = new ArrayList<>();
    private boolean hindered;

    /**
     * The trace of one command line.
     *
     * @param invocation its name
     * @param clock local time
     * @param anchor keeps heads elsewhere
     */
    AuditTrace(AuditLog log, String invocation, Supplier<Instant> clock, Anchor anchor) {
        this.log = log;
        this.invocation = invocation;
        this.clock = clock;
        this.anchor = anchor;
    }

    /** Whether a command line could write, however it ends. */
    static boolean isRecorded(String command, List<String> words) {
        return ALWAYS_RECORDED.contains(command)
                || words.stream().anyMatch(word -> word.equals("--execute") || word.startsWith("--execute="));
    }

    /** Whether nothing beside the work itself keeps that command from it. */
    static boolean isNeverHindered(String command) {
        return NEVER_HINDERED.contains(command);
    }

    /**
     * Writes down that somebody typed it, before anything else is done.
     *
     * @throws RefusedException when the log does not verify, or cannot be written
     */
    void begin(String by, String command, List<String> words, Optional<String> tenantId, String kind, View view)
            throws RefusedException, InterruptedException {
        try {
            head = Optional
                    .of(log.append(new AuditEntry.Begun(clock.get(), invocation, by, command, words, tenantId, kind)));
        } catch (IOException e) {
            if (!isNeverHindered(command)) {
                throw new RefusedException(unrecorded(e));
            }
            hindered = true;
            view.note(Text.of("This is not written into the audit log, because {0}.", String.valueOf(e.getMessage())));
        }
    }

    /**
     * Has what was written down so far kept elsewhere, where the site wants that.
     *
     * @throws RefusedException when it is not kept
     */
    void anchor(String command, View view) throws RefusedException, InterruptedException {
        Optional<String> lost = head.isPresent() ? anchor.keep(head.get()) : Optional.empty();
        if (lost.isPresent() && !isNeverHindered(command)) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.STORE,
                            Text.of("The head of the audit log is not kept elsewhere, so nothing is done."))
                    .contrast(Text.of("the site's anchor command takes it"), Text.verbatim(lost.get()))
                    .remedy(Text.of(
                            "Let the owners of the site look at its anchor command; undo and halt work meanwhile.")));
        }
        lost.map(Text::verbatim).ifPresent(view::note);
    }

    /** Head of the log after what was typed was written down; empty where it was not. */
    Optional<String> head() {
        return head;
    }

    private static Diagnostic unrecorded(IOException e) {
        if (!(e instanceof DamagedLogException)) {
            return Diagnostic
                    .refusal(ExitStatus.STORE, Text.of("The store cannot be used: {0}", String.valueOf(e.getMessage())))
                    .remedy(Text.of("What is not written into the audit log first is not done."));
        }
        return Diagnostic
                .refusal(ExitStatus.NOT_VERIFIED, Text.of("The audit log does not verify, so nothing is done."))
                .contrast(Text.of("every record follows from the one before it"),
                        Text.verbatim(String.valueOf(e.getMessage())))
                .remedy(Text.of("Look at it: shisa audit verify. When people have settled what happened, move the file "
                        + "out of the store; undo and halt work meanwhile."));
    }

    @Override
    public Optional<String> worked(Entry.Opened run, String application, List<String> authority)
            throws IOException, InterruptedException {
        return hindered
                ? Optional.empty()
                : Optional.of(log.append(new AuditEntry.Worked(clock.get(), invocation, run.run(), run.kind().label(),
                        run.plan(), run.planDigest(), application, authority)));
    }

    /** Keeps why something was refused, for the last record. */
    void refused(List<Diagnostic> diagnostics) {
        diagnostics.stream().filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.REFUSAL)
                .map(diagnostic -> diagnostic.status().code() + ": " + diagnostic.summary()
                        + diagnostic.found().map(found -> " Found: " + found).orElse(""))
                .forEach(refusals::add);
    }

    /**
     * Writes down how it ended. A command that did what it should and cannot say so is not done.
     *
     * @param unheard how many notices reached nobody
     * @return the outcome with the head of the log
     */
    Outcome end(Outcome outcome, int unheard, View view) throws InterruptedException {
        if (hindered) {
            return outcome;
        }
        try {
            String last = log.append(new AuditEntry.Ended(clock.get(), invocation, outcome.status(),
                    outcome.exit().code(), outcome.domain(), outcome.kind().label(), outcome.plan(), outcome.run(),
                    outcome.view().map(RunView::journalHead), outcome.targets(), outcome.writeCalls(),
                    outcome.judgements(), refusals, unheard));
            anchor.keep(last).map(Text::verbatim).ifPresent(view::note);
            return outcome.audited(last);
        } catch (IOException e) {
            ExitStatus status = e instanceof DamagedLogException ? ExitStatus.NOT_VERIFIED : ExitStatus.STORE;
            view.diagnostics(List.of(Diagnostic.refusal(status,
                    Text.of("How this ended could not be written into the audit log: {0}",
                            String.valueOf(e.getMessage())))));
            return outcome.exit() == ExitStatus.DONE
                    ? outcome.ending(outcome.status(), status, outcome.writeCalls())
                    : outcome;
        }
    }
}
