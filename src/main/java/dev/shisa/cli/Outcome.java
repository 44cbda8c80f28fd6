package dev.shisa.cli;

import dev.shisa.diag.ExitStatus;
import dev.shisa.report.RunView;
import dev.shisa.site.TenantKind;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The last word of a command, the same for people and machines.
 *
 * @param command noun and verb, or the built-in command
 * @param status one word: planned, completed, partial, halted, paused, violated, refused, failed
 * @param exit how the process ends
 * @param kind what is at stake in the tenant
 * @param tenant tenant id, where one was meant
 * @param domain its default domain, where it answered
 * @param plan name of the plan
 * @param run name of the run
 * @param targets accounts that remain
 * @param leftOut accounts left out
 * @param confirm what {@code --confirm} must say
 * @param loss what {@code --accept-loss} must name, sorted
 * @param next the exact line that goes on
 * @param undoDeadline until when the way back is promised
 * @param writeCalls writing requests sent by this process
 * @param view the run, where there was one
 * @param report file of its report
 * @param auditHead digest of the audit log's last record of this command; empty for a command that cannot write
 */
record Outcome(String command, String status, ExitStatus exit, TenantKind kind, Optional<String> tenant,
        Optional<String> domain,
        Optional<String> plan, Optional<String> run, int targets, int leftOut, Optional<String> confirm,
        List<String> loss,
        Optional<String> next, Optional<String> undoDeadline, long writeCalls, Optional<RunView> view,
        Optional<String> report, Optional<String> auditHead) {

    /** A word about a command that met nothing yet. */
    static Outcome of(String command, TenantKind kind) {
        return new Outcome(command, "completed", ExitStatus.DONE, kind, Optional.empty(), Optional.empty(),
                Optional.empty(),
                Optional.empty(), 0, 0, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), 0,
                Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    Outcome ending(String word, ExitStatus status, long calls) {
        return new Outcome(command, word, status, kind, tenant, domain, plan, run, targets, leftOut, confirm, loss,
                next, undoDeadline,
                calls, view, report, auditHead);
    }

    Outcome at(String tenantId, String itsDomain, TenantKind itsKind) {
        return new Outcome(command, status, exit, itsKind, Optional.of(tenantId), Optional.of(itsDomain), plan, run,
                targets, leftOut,
                confirm, loss, next, undoDeadline, writeCalls, view, report, auditHead);
    }

    Outcome planned(String planName, int count, int out, String confirmation, List<String> lost,
            Optional<String> deadline) {
        return new Outcome(command, status, exit, kind, tenant, domain, Optional.of(planName), run, count, out,
                Optional.of(confirmation),
                lost, next, deadline, writeCalls, view, report, auditHead);
    }

    Outcome confirming(int count, String confirmation) {
        return new Outcome(command, status, exit, kind, tenant, domain, plan, run, count, leftOut,
                Optional.of(confirmation), loss, next, undoDeadline, writeCalls, view, report, auditHead);
    }

    Outcome next(String line) {
        return new Outcome(command, status, exit, kind, tenant, domain, plan, run, targets, leftOut, confirm, loss,
                Optional.of(line),
                undoDeadline, writeCalls, view, report, auditHead);
    }

    Outcome ran(RunView seen, Optional<String> file) {
        return new Outcome(command, word(seen), seen.exit(), kind, tenant, domain, plan,
                Optional.of(seen.run()), seen.targets(),
                leftOut, confirm, loss, next, undoDeadline, seen.writeCalls(), Optional.of(seen), file, auditHead);
    }

    /** Of all the states a run may have, what the contract knows as the end of a command. */
    private static String word(RunView seen) {
        return switch (seen.status()) {
            case COMPLETED, PARTIAL, PAUSED, HALTED, VIOLATED -> seen.status().label();
            case UNKNOWN, STUCK -> seen.exit() == ExitStatus.VIOLATED
                    ? "violated"
                    : seen.done() > 0 ? "partial" : "failed";
            case RUNNING, INTERRUPTED, UNDONE, CLOSED -> "failed";
        };
    }

    Outcome run(String name) {
        return new Outcome(command, status, exit, kind, tenant, domain, plan, Optional.of(name), targets, leftOut,
                confirm, loss, next,
                undoDeadline, writeCalls, view, report, auditHead);
    }

    Outcome audited(String head) {
        return new Outcome(command, status, exit, kind, tenant, domain, plan, run, targets, leftOut, confirm, loss,
                next, undoDeadline, writeCalls, view, report, Optional.of(head));
    }

    /** Facets by outcome; empty where there was no run. */
    SortedMap<String, Long> judgements() {
        return view.map(RunView::judgements).orElseGet(TreeMap::new);
    }
}
