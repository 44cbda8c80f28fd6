package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Catalog;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.execute.Gathering;
import dev.shisa.execute.Timer;
import dev.shisa.journal.Entry;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunStatus;
import dev.shisa.judge.Baseline;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Verdict;
import dev.shisa.run.AuditTrail;
import dev.shisa.run.FinalLook;
import dev.shisa.run.Tally;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.text.Text;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A later look at what a run did.
 *
 * @param summary the run as it stands now
 * @param judgement of the tenant
 * @param snapshot name of the snapshot it rests on; empty when the accounts were named and read one by one
 * @param early whether it was not due yet, so that the run stays provisional
 */
public record Verification(RunSummary summary, Judgement judgement, Optional<String> snapshot, boolean early) {

    /**
     * Looks again, and keeps what was found. A verdict other than a pass leaves the run provisional; a loss that was not declared closes the
     * tenant.
     *
     * @throws RefusedException when the run has not ended, or its files do not verify, or the tenant cannot be read whole
     */
    public static Verification of(RunSummary summary, Connection connection, Archive archive,
            Catalog catalog, Names names, Timer timer) throws RefusedException, IOException, InterruptedException {
        boolean ended = summary.status() == RunStatus.COMPLETED || summary.status() == RunStatus.PARTIAL;
        if (summary.kind() != RunKind.RUN || !ended) {
            throw new RefusedException(
                    Diagnostic.refusal(ExitStatus.REFUSED, Text.of("{0} cannot be verified.", summary.run()))
                            .contrast(Text.of("a run that came to its end"),
                                    Text.of("a {0} that is {1}", Text.word(summary.kind().label()),
                                            Text.word(summary.status().label())))
                            .remedy(Text.of("Look at it: shisa run show {0}.", summary.run())));
        }
        Past past = Past.of(summary, connection, archive, catalog);
        try {
            return look(past, connection, archive, names, timer);
        } catch (TenantFailure e) {
            throw Connection.refused(e);
        }
    }

    private static Verification look(Past past, Connection connection, Archive archive,
            Names names, Timer timer) throws RefusedException, IOException, TenantFailure, InterruptedException {
        RunSummary summary = past.summary();
        Tally tally = Tally.of(past.state(), false);
        Optional<String> snapshot = Optional.empty();
        Map<AccountId, Observation> before = tally.before();
        Map<AccountId, Observation> seen = Map.of();
        Map<AccountId, Observation> after;
        Instant now = connection.reader().identify().serverTime();
        if (summary.before().isPresent()) {
            before = archive.snapshot(summary.before().get()).accounts();
            Overview.Whole whole = Replanning.whole(connection, archive, names);
            snapshot = whole.snapshotName();
            after = whole.accounts();
            if (summary.after().isPresent()) {
                seen = archive.snapshot(summary.after().get()).accounts();
            }
        } else {
            after = Gathering.observe(connection.reader(), before.keySet(), connection.reader().roles());
        }
        AuditTrail audit = connection.audit(timer);
        Judgement judgement = new FinalLook(connection.reader(), audit, connection.watched(), Baseline.still()).judge(
                new FinalLook.Written(past.decision().contract(), tally.standing(), tally.before(), Map.of(), seen),
                before,
                after, now);
        boolean early = summary.verifyFrom().filter(now::isBefore).isPresent();
        keep(summary, judgement, early, archive, timer);
        return new Verification(archive.run(summary.run()).orElse(summary), judgement, snapshot, early);
    }

    private static void keep(RunSummary summary, Judgement judgement, boolean early, Archive archive, Timer timer)
            throws IOException, RefusedException {
        switch (judgement.verdict()) {
            case PASSED -> {
                if (!early) {
                    archive.end(summary.run(), new Entry.Verified(timer.now()));
                }
            }
            case INCONCLUSIVE -> {
                // Nobody can say more than before.
            }
            case FAILED -> archive.end(summary.run(), new Entry.Closed(timer.now(), RunStatus.VIOLATED,
                    Optional.of(
                            Text.of("a later look found {0} accounts harmed", judgement.harmed().size()).toString()),
                    summary.after(), summary.verifyFrom()));
        }
    }

    /** How the process ends. */
    public ExitStatus exit() {
        return switch (judgement.verdict()) {
            case PASSED -> ExitStatus.DONE;
            case INCONCLUSIVE -> ExitStatus.NOT_VISIBLE;
            case FAILED -> ExitStatus.VIOLATED;
        };
    }

    /** Whether it is settled now that the run did what was declared. */
    public boolean isSettled() {
        return judgement.verdict() == Verdict.PASSED && !early;
    }
}
