package dev.shisa.operation;

import dev.shisa.text.Text;
import dev.shisa.journal.RunStatus;
import java.util.HashMap;
import dev.shisa.journal.Entry;
import dev.shisa.journal.TargetState;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.run.RecoveryLook;
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
 * What is left of a run that paused, was halted, or whose process is gone.
 *
 * @param summary the run
 * @param opened how its journal begins
 * @param plan its whole plan
 * @param rest a draft of the targets for which a request may be sent, freshly looked at
 * @param before the tenant before the run
 * @param tally what its journal tells of its targets
 * @param retry whether requests that were refused are sent again
 * @param reasons why it stopped
 * @param recovered what was believed of every target for which something was sent, and what was found
 * @param changed targets of the rest that are not as they were planned for; they will be left alone
 */
public record Resumption(RunSummary summary, Entry.Opened opened, Plan plan, Draft rest, Overview before, Tally tally,
        boolean retry, SortedSet<String> reasons, List<RecoveryLook> recovered, List<Target> changed) {

    public Resumption {
        recovered = List.copyOf(recovered);
        changed = List.copyOf(changed);
    }

    /**
     * Looks at what is left of a run.
     *
     * @param retry whether requests that were refused are to be sent again
     * @throws RefusedException when it cannot go on
     */
    public static Resumption of(RunSummary summary, boolean retry, Connection connection, Archive archive,
            Catalog catalog) throws RefusedException, IOException {
        refuseUnlessOpen(summary, retry);
        Past past = Past.of(summary, connection, archive, catalog);
        SortedSet<AccountId> violated = past.state().in(TargetState.VIOLATED);
        if (!violated.isEmpty()) {
            throw cannot(summary, Text.of("no account that lost what was not declared"),
                    Text.of("{0}: {1}", violated.size(), violated));
        }
        Tally tally = Tally.of(past.state(), retry);
        List<Target> left = past.plan().targets().stream().filter(target -> tally.mayBeWritten(target.id())).toList();
        try {
            Overview before = summary.before().isPresent()
                    ? new Overview.Whole(archive.snapshot(summary.before().get()), connection.site())
                    : Planning.around(connection, ids(past.plan().targets()));
            Map<AccountId, Roles> roles = connection.reader().roles();
            Map<AccountId, Observation> looks = new HashMap<>(
                    Gathering.observe(connection.reader(), ids(left), roles));
            looks.putAll(unresolved(left, tally));
            List<RecoveryLook> recovered = List.copyOf(RecoveryLook.of(tally, tally.intended(),
                    Gathering.observe(connection.reader(), tally.intended().keySet(), roles),
                    past.decision().contract(), connection.watched(), false).values());
            Draft rest = new Draft(past.plan().with(left), past.digest(), past.decision(), before, looks,
                    connection.watched());
            return new Resumption(summary, past.state().opened(), past.plan(), rest, before, tally, retry,
                    past.state().reasons(), recovered, changed(left, looks));
        } catch (TenantFailure e) {
            throw Connection.refused(e);
        }
    }

    /** Of what is not known to have been written or not, only how it was before is known to fit what was planned for. */
    private static Map<AccountId, Observation> unresolved(List<Target> left, Tally tally) {
        Map<AccountId, Observation> before = new HashMap<>(tally.intended());
        before.keySet().retainAll(ids(left));
        before.keySet().removeIf(tally::isToBeWritten);
        return before;
    }

    private static List<Target> changed(List<Target> left, Map<AccountId, Observation> looks) {
        return left.stream().filter(target -> Optional.ofNullable(looks.get(target.id())).map(Fingerprint::of)
                .filter(target.fingerprint()::equals).isEmpty()).toList();
    }

    /** The settlement of what is left: evidence has to be at hand, because nothing is rehearsed in the middle of a run. */
    public Settlement settle(Terms terms, Connection connection, Archive archive, Catalog catalog, Names names)
            throws RefusedException, IOException, TenantFailure {
        Settlement settlement = Settlement.of(rest, Optional.of(terms), connection, archive, catalog, names,
                Optional.of(summary), ids(changed));
        if (settlement.stage().scenes().isEmpty()) {
            return settlement;
        }
        List<Diagnostic> refusals = new ArrayList<>(settlement.refusals());
        refusals.add(Diagnostic
                .refusal(ExitStatus.REHEARSAL, Text.of("The evidence that {0} rests on counts no more.", summary.run()))
                .contrast(Text.of("evidence for every shape that is left"),
                        Text.of("none for {0}", String.join("; ", settlement.stage().scenes().keySet())))
                .remedy(Text.of("Bring the run back with shisa undo {0}, then plan again.", summary.run())));
        return new Settlement(settlement.draft(), refusals, settlement.evidence(), settlement.stage(),
                settlement.verdict());
    }

    private static TreeSet<AccountId> ids(List<Target> targets) {
        TreeSet<AccountId> ids = new TreeSet<>();
        targets.forEach(target -> ids.add(target.id()));
        return ids;
    }

    /**
     * Refuses what cannot go on: a run that ended, one that harmed, one that somebody works on.
     *
     * @param retry whether requests that were refused are to be sent again
     */
    public static void refuseUnlessOpen(RunSummary summary, boolean retry) throws RefusedException {
        boolean goesOn = summary.goesOn()
                || (summary.status() == RunStatus.PARTIAL && retry && summary.kind() == RunKind.RUN);
        if (!goesOn) {
            throw cannot(summary, Text.of("a run that paused, was halted, or whose process is gone"),
                    Text.of("a {0} that is {1}", Text.word(summary.kind().label()),
                            Text.word(summary.status().label())));
        }
    }

    private static RefusedException cannot(RunSummary summary, Text believed, Text found) {
        String back = summary.kind() == RunKind.UNDO ? summary.plan() : summary.run();
        Text remedy = switch (summary.status()) {
            case PARTIAL -> Text.of("What the service refused is tried again with --retry-failed.");
            case COMPLETED, UNDONE, CLOSED -> Text.of("Nothing of it is open; make a new plan.");
            default -> Text.of("Bring it back: shisa undo {0}. Or close it: shisa run close {1} --reason TEXT.", back,
                    summary.run());
        };
        return new RefusedException(Diagnostic.refusal(ExitStatus.REFUSED, Text.of("{0} cannot go on.", summary.run()))
                .contrast(believed, found).remedy(remedy));
    }
}
