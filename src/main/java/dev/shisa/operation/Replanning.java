package dev.shisa.operation;

import dev.shisa.text.Text;
import java.util.stream.Collectors;
import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.Command;
import dev.shisa.catalog.Decision;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.execute.Gathering;
import dev.shisa.journal.RunKind;
import dev.shisa.plan.Plan;
import dev.shisa.plan.PlanFile;
import dev.shisa.plan.Sorting;
import dev.shisa.plan.Target;
import dev.shisa.plan.Visible;
import dev.shisa.snapshot.Snapshot;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a draft again from a plan file. Of the file only the list of targets is believed; everything else is computed from a fresh look, and
 * where that does not give the same, the plan is stale.
 */
public final class Replanning {
    private Replanning() {
    }

    /**
     * The draft of a plan file.
     *
     * @throws RefusedException when the plan is spent, expired, of another tenant or entry, or an account is not as it was
     */
    public static Draft of(PlanFile.Content.Intact file, Connection connection, Archive archive, Catalog catalog,
            Names names)
            throws RefusedException, IOException {
        Plan plan = file.plan();
        List<Diagnostic> stale = stale(plan, connection, archive);
        Optional<Command> command = catalog.find(plan.command());
        if (command.filter(entry -> entry.digest().equals(plan.commandDigest())).isEmpty()) {
            stale.add(Diagnostic
                    .refusal(ExitStatus.PLAN_STALE,
                            Text.of("The catalog's entry for {0} is not the one of the plan.", plan.command()))
                    .remedy(Text.of("Make a new plan.")));
        }
        if (!stale.isEmpty()) {
            throw new RefusedException(stale);
        }
        try {
            Decision decision = connection
                    .asHere(new Decision(command.orElseThrow(), plan.options(), plan.parameters()));
            return draft(file, decision, look(plan, connection, archive, names), connection);
        } catch (TenantFailure e) {
            throw Connection.refused(e);
        }
    }

    private static Overview look(Plan plan, Connection connection, Archive archive, Names names)
            throws RefusedException, IOException, TenantFailure {
        if (plan.basis().isEmpty()) {
            return Planning.around(connection, plan.targets().stream().map(Target::id).collect(Collectors.toSet()));
        }
        Provisional.refuse(archive, connection, plan.command());
        return whole(connection, archive, names);
    }

    /** The whole tenant, kept as a snapshot. */
    static Overview.Whole whole(Connection connection, Archive archive, Names names)
            throws RefusedException, IOException, TenantFailure {
        Snapshot snapshot = Planning.complete(archive.take(connection.reader(), names.snapshot()));
        return new Overview.Whole(snapshot, connection.site());
    }

    private static List<Diagnostic> stale(Plan plan, Connection connection, Archive archive)
            throws IOException, RefusedException {
        List<Diagnostic> stale = new ArrayList<>();
        if (!plan.tenantId().equals(connection.identity().id())
                || !plan.domain().equals(connection.identity().defaultDomain())) {
            stale.add(Diagnostic.refusal(ExitStatus.PLAN_STALE, Text.of("The plan was made for another tenant."))
                    .contrast(
                            Text.of("{0} {1}", plan.tenantId(), plan.domain()),
                            Text.of("{0} {1}", connection.identity().id(), connection.identity().defaultDomain())));
        }
        if (!connection.identity().serverTime().isBefore(plan.expires())) {
            stale.add(Diagnostic.refusal(ExitStatus.PLAN_STALE, Text.of("The plan has expired."))
                    .contrast(Text.of("before {0}", plan.expires()),
                            Text.of("{0} by the service's clock", connection.identity().serverTime()))
                    .remedy(Text.of("Make a new plan.")));
        }
        archive.runs().stream().filter(run -> run.kind() == RunKind.RUN && run.plan().equals(plan.id())).findFirst()
                .ifPresent(run -> stale
                        .add(Diagnostic.refusal(ExitStatus.PLAN_STALE, Text.of("The plan was spent by {0}.", run.run()))
                                .remedy(Text.of("Make a new plan."))));
        return stale;
    }

    private static Draft draft(PlanFile.Content.Intact file, Decision decision, Overview overview,
            Connection connection)
            throws TenantFailure, RefusedException {
        Plan plan = file.plan();
        List<AccountId> ids = plan.targets().stream().map(Target::id).toList();
        Map<AccountId, Observation> observed = Gathering.observe(connection.reader(), ids, overview.roles());
        Sorting sorting = Sorting.of(observed.values(), decision, connection.site(), true);
        Map<AccountId, Target> now = new HashMap<>();
        sorting.targets().forEach(target -> now.put(target.id(), target));
        List<Diagnostic> refusals = new ArrayList<>();
        for (Target planned : plan.targets()) {
            boolean same = Optional.ofNullable(now.get(planned.id())).map(Target::fingerprint)
                    .filter(planned.fingerprint()::equals)
                    .isPresent();
            if (!same) {
                refusals.add(Diagnostic
                        .refusal(ExitStatus.PLAN_STALE,
                                Text.of("{0} is not as it was when the plan was made at {1}.",
                                        Visible.escape(planned.name()), plan.created()))
                        .remedy(Text.of("Make a new plan.")));
            }
        }
        refusals.addAll(sorting.refusals());
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        if (!decision.contract().loss().equals(plan.loss())) {
            throw new RefusedException(
                    Diagnostic.refusal(ExitStatus.PLAN_STALE,
                            Text.of("The loss in the plan is not what the command loses.")));
        }
        // What the file says may come from yesterday, or from another hand.
        int exposure = connection.site().exposure(overview.activeAccounts());
        return new Draft(plan.within(exposure), file.digest(), decision, overview, observed, connection.watched());
    }
}
