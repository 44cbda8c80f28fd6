package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.execute.Gathering;
import dev.shisa.execute.Timer;
import dev.shisa.journal.Entry;
import dev.shisa.journal.Journal;
import dev.shisa.journal.RunStatus;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Outcome;
import dev.shisa.report.JsonReport;
import dev.shisa.report.MarkdownReport;
import dev.shisa.report.RunView;
import dev.shisa.run.AuditTrail;
import dev.shisa.run.FinalLook;
import dev.shisa.run.ProbeProcess;
import dev.shisa.run.Progress;
import dev.shisa.run.RunEnding;
import dev.shisa.run.RunOrder;
import dev.shisa.run.Runner;
import dev.shisa.run.Tally;
import dev.shisa.snapshot.Snapshot;
import dev.shisa.snapshot.SnapshotTaker;
import dev.shisa.snapshot.Taken;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Carries a run from its first wave to its report: the waves, the look afterwards, the judgement of the tenant, and how it is kept. */
final class Conductor {
    private final Connection connection;
    private final Archive archive;
    private final Names names;
    private final Timer timer;
    private final Progress progress;

    Conductor(Connection connection, Archive archive, Names names, Timer timer, Progress progress) {
        this.connection = connection;
        this.archive = archive;
        this.names = names;
        this.timer = timer;
        this.progress = progress;
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
    }

    /** Begins a run. */
    RunView begin(RunOrder order, Overview before, RunStory story, TenantWriter writer)
            throws IOException, TenantFailure, InterruptedException {
        RunSummary summary = RunSummary.begun(order.run(), order.kind(), order.command(), order.tenantId(),
                order.domain(), timer.now(), order.targets().size(), order.plan(), before.snapshotName());
        archive.save(summary);
        try (Journal journal = Journal.create(archive.journal(order.run()))) {
            RunEnding ending;
            try {
                ending = runner(order, Tally.empty(), writer, journal).run();
            } catch (TenantFailure e) {
                end(journal, summary, RunStatus.CLOSED, 0, Optional.of("nothing was written: " + e.sentence()));
                throw e;
            }
            return conclude(order, before, story, journal, summary, ending);
        }
    }

    /** Goes on with a run that paused. */
    RunView goOn(RunOrder order, Tally earlier, RunSummary paused, Overview before, RunStory story,
            TenantWriter writer) throws IOException, TenantFailure, InterruptedException {
        RunSummary summary = paused.withStatus(RunStatus.RUNNING, paused.pending());
        archive.save(summary);
        try (Journal journal = Journal.resume(archive.journal(order.run()))) {
            RunEnding ending;
            try {
                ending = runner(order, earlier, writer, journal).goOn();
            } catch (TenantFailure e) {
                archive.save(paused);
                throw e;
            }
            return conclude(order, before, story, journal, summary, ending);
        }
    }

    private Runner runner(RunOrder order, Tally earlier, TenantWriter writer, Journal journal) {
        return new Runner(order, earlier, connection.reader(), writer, journal, timer, new ProbeProcess(), progress);
    }

    private RunView conclude(RunOrder order, Overview before, RunStory story, Journal journal, RunSummary summary,
            RunEnding ending) throws IOException, InterruptedException {
        Aftermath aftermath = aftermath(order, before, ending);
        Ending end = Ending.of(order, ending, aftermath.judgement());
        Optional<Instant> verifyFrom = story.bulk() ? Optional.of(due(aftermath)) : Optional.empty();
        RunSummary seen = summary.withAfter(aftermath.after());
        end(journal, verifyFrom.map(seen::provisionalUntil).orElse(seen), end.status(), end.open(), Optional.empty());
        RunView view = story.view(order, ending, aftermath, end, connection, journal.head(), summary.started(),
                timer.now(), verifyFrom.filter(_ -> end.isFinished()));
        archive.save(order.run(), "report.json", JsonReport.write(view));
        archive.save(order.run(), "report.md", MarkdownReport.write(view));
        return view;
    }

    /** A day later, or when the last effect falls due that the service puts off. */
    private Instant due(Aftermath aftermath) throws IOException {
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

    /** A run that may go on has no last record: its journal ends with the reasons why it paused. */
    private void end(Journal journal, RunSummary summary, RunStatus status, int open, Optional<String> note)
            throws IOException {
        switch (status) {
            case PAUSED -> {
                // The reasons stand in the journal already.
            }
            case UNKNOWN ->
                journal.append(new Entry.Paused(timer.now(), new TreeSet<>(List.of("not visible in time"))));
            default -> journal.append(new Entry.Closed(timer.now(), status, note));
        }
        journal.force();
        archive.save(summary.withStatus(status, open));
    }

    private Aftermath aftermath(RunOrder order, Overview before, RunEnding ending)
            throws IOException, InterruptedException {
        Optional<String> name = before.snapshotName();
        try {
            return switch (before) {
                case Overview.Few few -> {
                    Map<AccountId, Observation> after = Gathering.observe(connection.reader(),
                            few.accounts().keySet(), connection.reader().roles());
                    yield new Aftermath(name, Optional.empty(),
                            Optional.of(judge(order, ending, before, after, serverTime())), List.of());
                }
                case Overview.Whole _ -> switch (SnapshotTaker.take(connection.reader(), names.snapshot())) {
                    case Taken.Incomplete incomplete -> new Aftermath(name, Optional.empty(), Optional.empty(),
                            List.of("no snapshot after the run is provably complete: "
                                    + String.join(" ", incomplete.reasons())));
                    case Taken.Complete complete -> {
                        Snapshot after = complete.snapshot();
                        archive.save(after);
                        yield new Aftermath(name, Optional.of(after.manifest().id()), Optional.of(judge(order, ending,
                                before, after.accounts(), after.manifest().takenAt())), List.of());
                    }
                };
            };
        } catch (TenantFailure e) {
            return new Aftermath(name, Optional.empty(), Optional.empty(),
                    List.of("the tenant could not be read after the run: " + e.sentence()));
        }
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
