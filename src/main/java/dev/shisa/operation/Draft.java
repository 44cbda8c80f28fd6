package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Decision;
import dev.shisa.plan.Plan;
import java.util.Map;
import java.util.Set;

/**
 * A plan with everything that was read to make it.
 *
 * @param plan the plan
 * @param digest the digest its file carries
 * @param decision what it does
 * @param overview the tenant around it when it was made
 * @param targets how its targets look, by single observations with roles
 * @param watched facets that can be read
 */
public record Draft(Plan plan, String digest, Decision decision, Overview overview, Map<AccountId, Observation> targets,
        Set<Facet> watched) {
    public Draft {
        targets = Map.copyOf(targets);
        watched = Set.copyOf(watched);
    }

    /** Whether more accounts are meant than somebody names one by one. */
    public boolean isBulk() {
        return plan.basis().isPresent();
    }

    /** The same draft with another look around. */
    Draft with(Overview other) {
        return new Draft(plan, digest, decision, other, targets, watched);
    }
}
