package dev.shisa.operation;

import dev.shisa.diag.RefusedException;
import dev.shisa.execute.HaltingTimer;
import java.time.Duration;
import dev.shisa.journal.TargetState;
import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.execute.Gathering;
import dev.shisa.execute.Keepsakes;
import dev.shisa.execute.Timer;
import dev.shisa.journal.Entry;
import dev.shisa.journal.Journal;
import dev.shisa.journal.RunStatus;
import dev.shisa.keepsake.KeepsakeLog;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Outcome;
import dev.shisa.report.JsonReport;
import dev.shisa.report.MarkdownReport;
import dev.shisa.report.RunView;
import dev.shisa.run.AuditTrail;
import dev.shisa.run.FinalLook;
import dev.shisa.run.ProbeProcess;
import dev.shisa.run.RunEnding;
import dev.shisa.run.RunOrder;
import dev.shisa.run.Runner;
import dev.shisa.run.Tally;
import dev.shisa.site.Site;
import dev.shisa.snapshot.Snapshot;
import dev.shisa.snapshot.Taken;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.PacedWriter;
import dev.shisa.tenant.TenantWriter;
import dev.shisa.tenant.Waiter;
import dev.shisa.execute.Halt;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Carries a run from its first wave to its report: the waves, the look afterwards, the judgement of the tenant, and how it is kept. */
final class Conductor {
    /** How often the tenant is listed after a run until the listing shows what was done. */
    private static final int SNAPSHOTS_AFTER = 3;
    private static final Duration LONGEST_BEFORE_ANOTHER = Duration.ofMinutes(1);

    private final Connection connection;
    private final Archive archive;
    private final Names names;
    private final Operator operator;
    private final Timer timer;

    Conductor(Connection connection, Archive archive, Names names, Operator operator) {
        this.connection = connection;
        this.archive = archive;
        this.names = names;
        this.operator = operator;
        this.timer = new HaltingTimer(operator.timer(), operator.halt());
    }

    /**
     * The tenant after a run.
     *
     * @param before name of the snapshot before; empty when there is none
     * @param after name of the snapshot after; empty when there is none that is complete
     * @param judgement of the tenant, if it could be judged
     * @param warnings why there is no snapshot or no judgement
     */
    record Aftermath(Optional<String> before, Optional<String> after, Optional<Judgement> judgement,
            List<String> warnings) {
        Aftermath with(List<String> more) {
            List<String> all = new ArrayList<>(warnings);
            all.addAll(more);
            return new Aftermath(before, after, judgement, all);
        }
    }

    /**
     * Begins a run.
     *
     * @param kept what accounts took with them that this run brings back; looked at when it ends
     */
    RunView begin(RunOrder order, Overview before, RunStory story, TenantWriter writer, Kept kept)
            throws IOException, TenantFailure, InterruptedException, RefusedException {
        Optional<String> auditHead = operator.ledger().worked(order.opened(), writer.application(),
                story.authority());
        try (Journal journal = Journal.create(archive.journal(order.run()), archive.disk());
                Keepsakes keepsakes = keepsakes(order)) {
            RunEnding ending;
            try {
                ending = runner(order, Tally.empty(), writer, journal, keepsakes).run();
            } catch (TenantFailure e) {
                journal.append(new Entry.Closed(timer.now(), RunStatus.CLOSED,
                        Optional.of("nothing was written: " + e.sentence())));
                journal.force();
                throw e;
            }
            return conclude(order, before, story, journal, ending, kept, auditHead);
        }
    }

    /**
     * Goes on with a run that paused, was halted, or whose process is gone.
     *
     * @param retry whether requests that were refused are sent again
     * @param kept what accounts took with them that this run brings back; looked at when it ends
     */
    RunView goOn(RunOrder order, Tally earlier, boolean retry, Overview before, RunStory story,
            TenantWriter writer, Kept kept) throws IOException, TenantFailure, InterruptedException, RefusedException {
        Optional<String> auditHead = operator.ledger().worked(order.opened(), writer.application(),
                story.authority());
        try (Journal journal = takeUp(order.run(), retry); Keepsakes keepsakes = keepsakes(order)) {
            RunEnding ending;
            try {
                ending = runner(order, earlier, writer, journal, keepsakes).goOn();
            } catch (TenantFailure e) {
                journal.append(new Entry.Paused(timer.now(),
                        new TreeSet<>(List.of("the tenant could not be read: " + e.sentence()))));
                journal.force();
                throw e;
            }
            return conclude(order, before, story, journal, ending, kept, auditHead);
        }
    }

    /** From here on whatever an earlier process intended and did not tell is unknown. */
    private Journal takeUp(String run, boolean retry) throws IOException {
        Journal journal = Journal.resume(archive.journal(run), archive.disk());
        journal.append(new Entry.Recovered(timer.now(), operator.by(), retry, journal.torn()));
        journal.force();
        return journal;
    }

    private Runner runner(RunOrder order, Tally earlier, TenantWriter writer, Journal journal, Keepsakes keepsakes) {
        Halt halt = archive.halts().of(order.run(), operator.halt());
        return new Runner(order, earlier, connection.reader(), paced(writer, order.site()), journal, keepsakes,
                operator.timer(), halt, new ProbeProcess(), operator.progress());
    }

    private static TenantWriter paced(TenantWriter writer, Site site) {
        double pace = site.writesPerSecond();
        return pace > 0 ? new PacedWriter(writer, pace, Waiter.real()) : writer;
    }

    private Keepsakes keepsakes(RunOrder order) throws IOException {
        return order.isUndo()
                ? Keepsakes.none()
                : Keepsakes.into(KeepsakeLog.open(archive.keepsakes(order.run()), archive.disk()), connection.reader());
    }

    private RunView conclude(RunOrder order, Overview before, RunStory story, Journal journal, RunEnding ending,
            Kept kept, Optional<String> auditHead) throws IOException, InterruptedException, RefusedException {
        List<String> notBack = kept.notBack(connection.reader(), ending.written().keySet(),
                connection.site().concurrency());
        Aftermath aftermath = aftermath(order, before, ending).with(notBack);
        Ending end = Ending.of(order, ending, aftermath.judgement()).unless(notBack);
        Optional<Instant> verifyFrom = story.bulk() && end.isFinished()
                ? Optional.of(due(aftermath))
                : Optional.empty();
        Optional<Entry> last = last(end, aftermath, verifyFrom);
        RunView view = story.view(order, ending, aftermath, end, connection,
                last.map(journal::headWith).orElseGet(journal::head), auditHead, order.opened().at(), timer.now(),
                verifyFrom);
        // Before the last record: whoever dies in between finds a run that goes on, and never one that ended without a report.
        archive.save(order.run(), "report.json", JsonReport.write(view));
        archive.save(order.run(), "report.md", MarkdownReport.write(view, Locale.ENGLISH));
        if (last.isPresent()) {
            journal.append(last.get());
        }
        journal.force();
        archive.keepSummary(order.run());
        return view;
    }

    /** A day later, or when the last effect falls due that the service puts off. */
    private Instant due(Aftermath aftermath) {
        Instant now = serverTime();
        Instant day = now.plus(Provisional.PERIOD);
        return aftermath.judgement().stream().flatMap(seen -> seen.findings(Outcome.DEFERRED).stream())
                .flatMap(finding -> finding.until().stream()).filter(day::isBefore).max(Instant::compareTo).orElse(day);
    }

    private Instant serverTime() {
        try {
            return connection.reader().identify().serverTime();
        } catch (TenantFailure e) {
            return connection.identity().serverTime();
        }
    }

    /** A run that may go on has no last record: its journal ends already with the reasons why it stopped. */
    private Optional<Entry> last(Ending end, Aftermath aftermath, Optional<Instant> verifyFrom) {
        return switch (end.status()) {
            case PAUSED, HALTED -> Optional.empty();
            case UNKNOWN ->
                Optional.of(new Entry.Paused(timer.now(), new TreeSet<>(List.of("not visible in time"))));
            default -> Optional.of(
                    new Entry.Closed(timer.now(), end.status(), Optional.empty(), aftermath.after(), verifyFrom));
        };
    }

    private Aftermath aftermath(RunOrder order, Overview before, RunEnding ending) throws IOException {
        Optional<String> name = before.snapshotName();
        try {
            return switch (before) {
                case Overview.Few few -> {
                    Map<AccountId, Observation> after = Gathering.observe(connection.reader(),
                            few.accounts().keySet(), connection.reader().roles());
                    yield new Aftermath(name, Optional.empty(),
                            Optional.of(judge(order, ending, before, after, serverTime())), List.of());
                }
                case Overview.Whole whole -> wholeAftermath(order, whole, ending);
            };
        } catch (TenantFailure e) {
            return new Aftermath(name, Optional.empty(), Optional.empty(),
                    List.of("the tenant could not be read after the run: " + e.sentence()));
        } catch (InterruptedException e) {
            return new Aftermath(name, Optional.empty(), Optional.empty(),
                    List.of("nobody waited until the tenant was looked at after the run"));
        }
    }

    /** Listings are known to lag behind single reads, so one that does not show what the gates saw is taken again a little later. */
    private Aftermath wholeAftermath(RunOrder order, Overview.Whole before, RunEnding ending)
            throws IOException, TenantFailure, InterruptedException {
        Optional<String> name = before.snapshotName();
        for (int number = 1;; number++) {
            Taken taken = archive.take(connection.reader(), names.snapshot());
            if (!(taken instanceof Taken.Complete(Snapshot after))) {
                return new Aftermath(name, Optional.empty(), Optional.empty(),
                        List.of("no snapshot after the run is provably complete: " + reasons(taken)));
            }
            Judgement judgement = judge(order, ending, before, after.accounts(), after.manifest().takenAt());
            List<String> behind = behind(judgement, ending);
            if (behind.isEmpty() || number == SNAPSHOTS_AFTER) {
                return new Aftermath(name, Optional.of(after.manifest().id()), Optional.of(judgement), behind);
            }
            archive.discard(after);
            timer.await(shorter(order.site().waits().within(), LONGEST_BEFORE_ANOTHER));
        }
    }

    private static String reasons(Taken taken) {
        return taken instanceof Taken.Incomplete incomplete ? incomplete.sentence().toString() : "";
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** What the gates saw and the listing does not show. */
    private static List<String> behind(Judgement judgement, RunEnding ending) {
        long behind = judgement.accounts(Outcome.MISSING).stream()
                .filter(account -> ending.states().get(account) == TargetState.VERIFIED).count();
        return behind == 0
                ? List.of()
                : List.of("the listing after the run does not show what was seen of " + behind
                        + " accounts at their gates; it lags, or the change was taken back");
    }

    private Judgement judge(RunOrder order, RunEnding ending, Overview before, Map<AccountId, Observation> after,
            Instant at) throws TenantFailure, InterruptedException {
        AuditTrail audit = connection.audit(timer);
        return new FinalLook(connection.reader(), audit, order.watched(), order.baseline()).judge(
                new FinalLook.Written(order.contract(), ending.written(),
                        order.isUndo() ? order.original() : ending.before(), ending.after(),
                        ending.after()),
                before.accounts(), after, at);
    }
}
