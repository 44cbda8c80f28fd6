package dev.shisa.plan;

import dev.shisa.account.Facet;
import dev.shisa.catalog.Decision;
import dev.shisa.site.TenantKind;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What will be done to whom. Immutable; a file of it carries a digest, so that an altered one is noticed. Nothing in it is believed when it
 * is applied but the list of targets.
 *
 * @param id name of the plan in the store
 * @param tenantId the tenant
 * @param domain its default domain
 * @param kind what was at stake when the plan was made
 * @param command noun and verb
 * @param commandDigest digest of the catalog entry
 * @param options decided choices
 * @param parameters decided parameters
 * @param targets the accounts, least harm first
 * @param leftOut how many accounts were left out, by reason
 * @param loss what {@code --accept-loss} must name
 * @param unwatched facets that nobody can read in this tenant
 * @param activeAccounts active accounts of the tenant
 * @param exposure how many accounts may be written and not yet judged
 * @param basis the snapshot it was made from; empty when its accounts were named and read one by one
 * @param created when, by the service's clock
 * @param expires until when it may be applied, by the service's clock
 * @param undoDeadline until when the way back is promised if the run starts now; empty when there is none
 * @param reason why, in the requester's words; empty when not given
 * @param ticket the requester's ticket; empty when not given
 * @param requester the operating system's name of whoever made it
 */
public record Plan(String id, String tenantId, String domain, TenantKind kind, String command, String commandDigest,
        SortedSet<String> options, SortedMap<String, String> parameters, List<Target> targets,
        SortedMap<String, Integer> leftOut,
        SortedSet<Facet> loss, Set<Facet> unwatched, long activeAccounts, int exposure, Optional<Basis> basis,
        Instant created, Instant expires, Optional<Instant> undoDeadline, String reason, String ticket,
        String requester) {

    /**
     * The snapshot under a plan.
     *
     * @param snapshot its name
     * @param digest its digest
     */
    public record Basis(String snapshot, String digest) {
    }

    public Plan {
        targets = List.copyOf(targets);
        unwatched = Set.copyOf(unwatched);
    }

    /** What {@code --confirm} must say. */
    public String confirmation() {
        return targets.size() + "@" + domain;
    }

    /** The same plan for some of its targets; for none of them nothing is lost. */
    public Plan with(List<Target> some) {
        SortedSet<Facet> theirs = some.isEmpty() ? Collections.emptySortedSet() : loss;
        return new Plan(id, tenantId, domain, kind, command, commandDigest, options, parameters, some, leftOut, theirs,
                unwatched, activeAccounts, exposure, basis, created, expires, undoDeadline, reason, ticket, requester);
    }

    /** The same plan with at most that exposure. */
    public Plan within(int most) {
        return new Plan(id, tenantId, domain, kind, command, commandDigest, options, parameters, targets, leftOut, loss,
                unwatched, activeAccounts, Math.min(exposure, most), basis, created, expires, undoDeadline, reason,
                ticket, requester);
    }

    /** How many accounts were left out. */
    public int leftOutCount() {
        return leftOut.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many targets each shape has. */
    public SortedMap<String, Integer> shapes() {
        TreeMap<String, Integer> shapes = new TreeMap<>();
        targets.forEach(target -> shapes.merge(target.shape(), 1, Integer::sum));
        return shapes;
    }

    /** Whether the decision is the one the plan was made for, entry of the catalog included. */
    public boolean isFor(Decision decision) {
        return command.equals(decision.command().name()) && commandDigest.equals(decision.command().digest())
                && options.equals(decision.options()) && parameters.equals(decision.parameters());
    }
}
