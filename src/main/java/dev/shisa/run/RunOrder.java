package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Contract;
import dev.shisa.execute.Job;
import dev.shisa.journal.Entry;
import dev.shisa.journal.RunKind;
import dev.shisa.judge.Baseline;
import dev.shisa.plan.Target;
import dev.shisa.site.Site;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything a run needs to know before its first write. It can be made only by what settled every refusal before.
 *
 * @param opened how its journal begins
 * @param targets the accounts, least harm first
 * @param jobs what is done to a target
 * @param contract what is declared to change
 * @param original for an undo: how each target was before it was first written; it is judged against this. Empty otherwise
 * @param watched facets that can be read
 * @param sentinels accounts that are read at every gate and never touched
 * @param baseline the tenant's own noise
 * @param knownWarnings what the rehearsals were warned of
 * @param site what the tenant's owners pin
 * @param premises the files that it rests on
 */
public record RunOrder(Entry.Opened opened, List<Target> targets, Function<Target, Job> jobs, Contract contract,
        Map<AccountId, Observation> original, Set<Facet> watched, Set<AccountId> sentinels,
        Baseline baseline, Set<String> knownWarnings, Site site, Premises premises) {

    public RunOrder {
        targets = List.copyOf(targets);
        original = Map.copyOf(original);
        watched = Set.copyOf(watched);
        sentinels = Set.copyOf(sentinels);
        knownWarnings = Set.copyOf(knownWarnings);
    }

    /** Name of the run. */
    public String run() {
        return opened.run();
    }

    /** How many accounts may be written and not yet judged, at least 1. */
    public int exposure() {
        return opened.exposure();
    }

    /** Whether this run brings another one back. */
    public boolean isUndo() {
        return opened.kind() == RunKind.UNDO;
    }
}
