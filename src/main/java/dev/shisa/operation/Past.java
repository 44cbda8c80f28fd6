package dev.shisa.operation;

import dev.shisa.text.Text;
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
            throw stale(Text.of("The plan of {0} is not the one it was begun with.", summary.run()));
        }
        Plan plan = intact.plan();
        Optional<Command> command = catalog.find(plan.command())
                .filter(entry -> entry.digest().equals(plan.commandDigest()));
        if (command.isEmpty()) {
            throw stale(Text.of("The catalog's entry for {0} is not the one of {1}.", plan.command(), summary.run()));
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
                    Diagnostic.refusal(ExitStatus.PLAN_STALE, Text.of("{0} belongs to another tenant.", summary.run()))
                            .contrast(Text.of("tenant {0}", tenant),
                                    Text.of("tenant {0}", connection.identity().id())));
        }
        return told;
    }

    private static RefusedException stale(Text sentence) {
        return new RefusedException(Diagnostic.refusal(ExitStatus.PLAN_STALE, sentence)
                .remedy(Text.of("It can be brought back with shisa undo, which goes by what the accounts look like.")));
    }
}
