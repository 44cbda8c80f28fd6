package dev.shisa.cli;

import dev.shisa.plan.Visible;
import dev.shisa.text.Text;
import dev.shisa.audit.AuditCheck;
import dev.shisa.audit.AuditEntry;
import dev.shisa.audit.AuditLog;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.report.AuditTable;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What was asked of shisa, by whom, and what became of it. */
final class AuditCommands {
    private static final Pattern HEAD = Pattern.compile("[0-9a-f]{64}");

    private AuditCommands() {
    }

    private static AuditLog log(Session session) throws RefusedException {
        return new AuditLog(session.store(), session.timer()::await);
    }

    /** Shows the log. */
    @Command(name = "log", description = "Every command line that could have written, with what became of it; a table with -o csv.")
    static final class Log implements BuiltIn {
        @Option(names = "--run", paramLabel = "RUN", description = "Only what was done on that run.")
        private @Nullable String run;

        @Option(names = "--since", paramLabel = "TIME", description = "Only from that time on, such as 2026-11-22T10:00:00Z.")
        private @Nullable String since;

        @Override
        public int run(Desk desk) {
            return desk.carryOut("audit log", this::work);
        }

        private Outcome work(Session session) throws RefusedException, IOException {
            Instant from = from();
            if (!(log(session).read() instanceof AuditLog.Content.Verified verified)) {
                throw new RefusedException(Diagnostic
                        .refusal(ExitStatus.NOT_VERIFIED,
                                Text.of("The audit log does not verify, so it is not shown as one."))
                        .remedy(Text.of("Look where it breaks: shisa audit verify.")));
            }
            Set<String> wanted = invocations(verified.entries());
            List<AuditEntry> shown = verified.entries().stream().filter(entry -> !entry.at().isBefore(from))
                    .filter(entry -> wanted.contains(entry.invocation())).toList();
            if (session.options().output().equals("csv")) {
                session.view().document(AuditTable.csv(shown));
            } else {
                shown.forEach(entry -> row(entry).show(session.view(), "audit"));
            }
            return session.outcome();
        }

        private Instant from() throws RefusedException {
            String text = since;
            try {
                return text == null ? Instant.MIN : Instant.parse(text);
            } catch (DateTimeException e) {
                throw new RefusedException(
                        Diagnostic.refusal(ExitStatus.USAGE, Text.of("This is not a time: {0}", text))
                                .remedy(Text.of("Write it like 2026-11-22T10:00:00Z.")));
            }
        }

        private Set<String> invocations(List<AuditEntry> entries) {
            return entries.stream().filter(
                    entry -> run == null || (entry instanceof AuditEntry.Worked worked && worked.run().equals(run)))
                    .map(AuditEntry::invocation).collect(Collectors.toSet());
        }

        private static Rows row(AuditEntry entry) {
            Rows row = new Rows().with("at", entry.at().toString()).with("invocation", entry.invocation());
            return switch (entry) {
                case AuditEntry.Begun begun -> row.with("event", "begun").with("by", begun.by())
                        .with("command", begun.command()).with("words", begun.words())
                        .with("tenant", begun.tenantId().orElse("")).with("kind", begun.kind());
                case AuditEntry.Worked worked -> row.with("event", "worked").with("run", worked.run())
                        .with("kind_of_run", worked.kindOfRun()).with("plan", worked.plan())
                        .with("application", worked.application()).with("authority", worked.authority());
                case AuditEntry.Ended ended -> row.with("event", "ended").with("status", ended.status())
                        .with("exit_code", ended.exitCode()).with("run", ended.run().orElse(""))
                        .with("write_calls", ended.writeCalls()).with("refusals", ended.refusals())
                        .with("unheard", ended.unheard());
            };
        }
    }

    /** Checks the log. */
    @Command(name = "verify", description = {"Check that the audit log is whole.",
            "Edits, deletions and insertions show by themselves; a tail that was cut, and a log that was written anew, show by an anchor or by the store's runs."})
    static final class Verify implements BuiltIn {
        @Option(names = "--anchor", paramLabel = "HEAD", description = "A head of the log that somebody kept elsewhere, from a result, a report or a ticket; may be said several times.")
        private List<String> anchors = new ArrayList<>();

        @Override
        public int run(Desk desk) {
            return desk.carryOut("audit verify", this::work);
        }

        private Outcome work(Session session) throws RefusedException, IOException {
            List<String> odd = anchors.stream().filter(anchor -> !HEAD.matcher(anchor).matches()).toList();
            if (!odd.isEmpty()) {
                throw new RefusedException(Diagnostic
                        .refusal(ExitStatus.USAGE, Text.of("This is no head of an audit log."))
                        .contrast(Text.of("64 hexadecimal digits"), Text.verbatim(Visible.escape(odd.getFirst())))
                        .remedy(Text.of("Copy it whole, from a result, a report or a ticket.")));
            }
            AuditCheck check = AuditCheck.of(log(session).read(), anchors, session.archive().runNames());
            new Rows().with("records", check.records()).with("anchored", check.anchored())
                    .with("unanchored", check.unanchored().orElse("")).show(session.view(), "audit_check");
            check.unfinished().forEach(
                    invocation -> new Rows().with("unfinished", invocation).show(session.view(), "unfinished"));
            List<Diagnostic> refusals = check.findings().stream()
                    .map(finding -> Diagnostic
                            .refusal(ExitStatus.NOT_VERIFIED,
                                    Text.of("The audit log is not what it was: {0}.", finding))
                            .remedy(Text.of("Keep the store as it is, and find out who could write it.")))
                    .toList();
            if (!refusals.isEmpty()) {
                throw new RefusedException(refusals);
            }
            session.view().note(check.records() == 0
                    ? Text.of("There is no record yet, so there is nothing to verify.")
                    : check.unanchored().isPresent()
                            ? Text.of(
                                    "The chain is whole. For the records after the last anchor nobody but this store vouches.")
                            : Text.of("The chain is whole, and anchored to its end."));
            return session.outcome();
        }
    }
}
