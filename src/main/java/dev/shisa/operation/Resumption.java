package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Catalog;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.execute.Gathering;
import dev.shisa.journal.RunKind;
import dev.shisa.plan.Fingerprint;
import dev.shisa.plan.Plan;
import dev.shisa.plan.Target;
import dev.shisa.run.Tally;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is left of a run that paused by itself.
 *
 * @param summary the run
 * @param plan its whole plan
 * @param rest a draft of the targets for which a request may still be sent, freshly looked at
 * @param before the tenant before the run
 * @param tally what its journal tells of its targets
 * @param reasons why it paused
 * @param changed targets of the rest that are not as they were planned for; they will be left alone
 */
public record Resumption(RunSummary summary, Plan plan, Draft rest, Overview before, Tally tally,
        SortedSet<String> reasons, List<Target> changed) {

    /**
     * Looks at what is left of a run.
     *
     * @throws RefusedException when it cannot go on
     */
    public static Resumption of(RunSummary summary, Connection connection, Archive archive, Catalog catalog)
            throws RefusedException, IOException {
        refuseUnlessPaused(summary);
        Past past = Past.of(summary, connection, archive, catalog);
        Tally tally = Tally.of(past.state());
        List<Target> left = past.plan().targets().stream().filter(target -> tally.isToBeWritten(target.id())).toList();
        try {
            Overview before = summary.before().isPresent()
                    ? new Overview.Whole(archive.snapshot(summary.before().get()), connection.site())
                    : Planning.around(connection, ids(past.plan().targets()));
            Map<AccountId, Observation> looks = Gathering.observe(connection.reader(), ids(left),
                    connection.reader().roles());
            List<Target> changed = new ArrayList<>();
            for (Target target : left) {
                boolean same = Optional.ofNullable(looks.get(target.id())).map(Fingerprint::of)
                        .filter(target.fingerprint()::equals).isPresent();
                if (!same) {
                    changed.add(target);
                }
            }
            Draft rest = new Draft(past.plan().with(left), past.digest(), past.decision(), before, looks,
                    connection.watched());
            return new Resumption(summary, past.plan(), rest, before, tally, past.state().reasons(), changed);
        } catch (TenantFailure e) {
            throw Connection.refused(e);
        }
    }

    /** The settlement of what is left: evidence has to be at hand, because nothing is rehearsed in the middle of a run. */
    public Settlement settle(Terms terms, Connection connection, Archive archive, Catalog catalog, Names names)
            throws RefusedException, IOException, TenantFailure {
        Settlement settlement = Settlement.of(rest, Optional.of(terms), connection, archive, catalog, names,
                Optional.of(summary.run()));
        if (settlement.stage().scenes().isEmpty()) {
            return settlement;
        }
        List<Diagnostic> refusals = new ArrayList<>(settlement.refusals());
        refusals.add(Diagnostic
                .refusal(ExitStatus.REHEARSAL, "The evidence that " + summary.run() + " rests on counts no more.")
                .contrast("evidence for every shape that is left",
                        "none for " + String.join("; ", settlement.stage().scenes().keySet()))
                .remedy("Bring the run back with shisa undo " + summary.run() + ", then plan again."));
        return new Settlement(settlement.draft(), refusals, settlement.evidence(), settlement.stage());
    }

    private static TreeSet<AccountId> ids(List<Target> targets) {
        TreeSet<AccountId> ids = new TreeSet<>();
        targets.forEach(target -> ids.add(target.id()));
        return ids;
    }

    private static void refuseUnlessPaused(RunSummary summary) throws RefusedException {
        String back = summary.kind() == RunKind.UNDO ? summary.plan() : summary.run();
        boolean goesOn = summary.kind() == RunKind.RUN && switch (summary.status()) {
            case PAUSED, UNKNOWN -> true;
            case RUNNING, INTERRUPTED, COMPLETED, PARTIAL, HALTED, VIOLATED, STUCK, UNDONE, CLOSED -> false;
        };
        if (!goesOn) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.REFUSED, summary.run() + " cannot go on.")
                    .contrast("a run that paused by itself",
                            "a " + summary.kind().label() + " that is " + summary.status().label())
                    .remedy(summary.status().isOpen()
                            ? "Bring it back: shisa undo " + back + "."
                            : "Nothing of it is open; make a new plan."));
        }
    }
}
