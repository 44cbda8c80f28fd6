package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Decision;
import dev.shisa.plan.Plan;
import dev.shisa.snapshot.Snapshot;
import java.util.Map;
import java.util.Set;

/**
 * A plan with everything that was read to make it.
 *
 * @param plan the plan
 * @param digest the digest its file carries
 * @param decision what it does
 * @param snapshot the tenant when it was made
 * @param targets how its targets look, by single observations with roles
 * @param watched facets that can be read
 */
public record Draft(Plan plan, String digest, Decision decision, Snapshot snapshot, Map<AccountId, Observation> targets,
        Set<Facet> watched) {
    public Draft {
        targets = Map.copyOf(targets);
        watched = Set.copyOf(watched);
    }
}
