package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Decision;
import dev.shisa.evidence.Coverage;
import dev.shisa.evidence.Evidence;
import dev.shisa.evidence.EvidenceKey;
import dev.shisa.execute.Gathering;
import dev.shisa.plan.Plan;
import dev.shisa.plan.Sorting;
import dev.shisa.plan.Target;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is proved about one shape among the targets of a plan.
 *
 * @param shape label of the shape
 * @param targets targets of that shape, by how they look now
 * @param evidence the evidence for it that counts now; empty when there is none
 * @param gaps facets that targets have and that the evidence has not exercised
 */
public record ShapeCoverage(String shape, int targets, Optional<Evidence> evidence, Set<Facet> gaps) {

    /** Whether nothing has to be rehearsed for this shape. */
    public boolean isCovered() {
        return evidence.isPresent() && gaps.isEmpty();
    }

    /** What is proved about each shape of a plan's targets. A plan that is stale is still shown. */
    public static List<ShapeCoverage> of(Plan plan, Decision decision, Connection connection, Archive archive)
            throws IOException, TenantFailure {
        TreeSet<AccountId> ids = new TreeSet<>();
        plan.targets().forEach(target -> ids.add(target.id()));
        Map<AccountId, Roles> roles = connection.reader().roles();
        Map<String, List<Observation>> byShape = new TreeMap<>();
        Gathering.observe(connection.reader(), ids, roles).values().forEach(account -> {
            Target now = Sorting.target(account, decision);
            byShape.computeIfAbsent(now.shape(), _ -> new ArrayList<>()).add(account);
        });
        List<ShapeCoverage> coverage = new ArrayList<>();
        for (Map.Entry<String, List<Observation>> shape : byShape.entrySet()) {
            coverage.add(of(shape.getKey(), shape.getValue(), plan, decision, connection, archive));
        }
        return coverage;
    }

    private static ShapeCoverage of(String shape, Collection<Observation> accounts, Plan plan, Decision decision,
            Connection connection, Archive archive) throws IOException, TenantFailure {
        Instant now = connection.identity().serverTime();
        Optional<Evidence> evidence = archive
                .evidence(EvidenceKey.of(plan.tenantId(), connection.reader().tenantTraits(), decision, shape), now);
        Set<Facet> held = Coverage.held(accounts, connection.watched());
        Set<Facet> exercised = evidence.map(Evidence::exercised).orElse(Set.of());
        return new ShapeCoverage(shape, accounts.size(), evidence, Coverage.gaps(held, exercised));
    }
}
