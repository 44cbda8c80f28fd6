package dev.shisa.operation;

import dev.shisa.tenant.TenantFailure;
import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.Command;
import dev.shisa.catalog.Decision;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.journal.RunState;
import dev.shisa.plan.Plan;
import dev.shisa.plan.PlanFile;
import java.io.IOException;
import java.util.Optional;

/**
 * A run of the past with the plan it was made for, as its files tell.
 *
 * @param summary how it stands
 * @param state what its journal says
 * @param plan its plan
 * @param digest the digest of the plan's file
 * @param decision what it did
 */
record Past(RunSummary summary, RunState state, Plan plan, String digest, Decision decision) {

    /**
     * Reads the files of a run.
     *
     * @throws RefusedException when one of them does not verify, or does not fit the others, the catalog or the tenant
     */
    static Past of(RunSummary summary, Connection connection, Archive archive, Catalog catalog)
            throws RefusedException, IOException {
        RunState state = told(summary, connection, archive).state();
        Optional<PlanFile.Content> file = archive.plan(summary.plan());
        if (file.isEmpty() || !(file.get() instanceof PlanFile.Content.Intact intact)
                || !intact.digest().equals(state.opened().planDigest())) {
            throw stale("The plan of " + summary.run() + " is not the one it was begun with.");
        }
        Plan plan = intact.plan();
        Optional<Command> command = catalog.find(plan.command())
                .filter(entry -> entry.digest().equals(plan.commandDigest()));
        if (command.isEmpty()) {
            throw stale("The catalog's entry for " + plan.command() + " is not the one of " + summary.run() + ".");
        }
        try {
            return new Past(summary, state, plan, intact.digest(),
                    connection.asHere(new Decision(command.get(), plan.options(), plan.parameters())));
        } catch (TenantFailure e) {
            throw Connection.refused(e);
        }
    }

    /**
     * What the journal of a run of this tenant says.
     *
     * @throws RefusedException when it does not verify, or is of another tenant
     */
    static Archive.Told told(RunSummary summary, Connection connection, Archive archive)
            throws RefusedException, IOException {
        Archive.Told told = archive.told(summary.run());
        String tenant = told.state().opened().tenantId();
        if (!tenant.equals(connection.identity().id())) {
            throw new RefusedException(
                    Diagnostic.refusal(ExitStatus.PLAN_STALE, summary.run() + " belongs to another tenant.")
                            .contrast("tenant " + tenant, "tenant " + connection.identity().id()));
        }
        return told;
    }

    private static RefusedException stale(String sentence) {
        return new RefusedException(Diagnostic.refusal(ExitStatus.PLAN_STALE, sentence)
                .remedy("It can be brought back with shisa undo, which goes by what the accounts look like."));
    }
}
