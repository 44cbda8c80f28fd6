package dev.shisa.operation;

import java.util.stream.Collectors;
import java.util.SortedMap;
import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Decision;
import dev.shisa.evidence.Coverage;
import dev.shisa.evidence.Evidence;
import dev.shisa.evidence.EvidenceKey;
import dev.shisa.execute.Gathering;
import dev.shisa.plan.Plan;
import dev.shisa.plan.Sorting;
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
 * @param held facets that they have something in
 * @param evidence the evidence for it that counts now; empty when there is none
 * @param gaps facets that targets have and that the evidence has not exercised
 */
public record ShapeCoverage(String shape, int targets, Set<Facet> held, Optional<Evidence> evidence, Set<Facet> gaps) {

    /** Whether nothing has to be rehearsed for this shape. */
    public boolean isCovered() {
        return evidence.isPresent() && gaps.isEmpty();
    }

    /** What is proved about each shape of a plan's targets, looked at now. A plan that is stale is still shown. */
    public static List<ShapeCoverage> of(Plan plan, Decision decision, Connection connection, Archive archive)
            throws TenantFailure {
        TreeSet<AccountId> ids = new TreeSet<>();
        plan.targets().forEach(target -> ids.add(target.id()));
        return of(Gathering.observe(connection.reader(), ids, connection.reader().roles()).values(), decision,
                connection, archive);
    }

    /** What is proved about each shape of those accounts. */
    static List<ShapeCoverage> of(Collection<Observation> accounts, Decision decision, Connection connection,
            Archive archive) throws TenantFailure {
        Map<String, List<Observation>> byShape = accounts.stream().collect(Collectors
                .groupingBy(account -> Sorting.target(account, decision).shape(), TreeMap::new, Collectors.toList()));
        SortedMap<String, String> traits = connection.reader().tenantTraits();
        List<ShapeCoverage> coverage = new ArrayList<>();
        byShape.forEach((shape, theirs) -> {
            Optional<Evidence> evidence = find(archive,
                    EvidenceKey.of(connection.identity().id(), traits, decision, shape),
                    connection.identity().serverTime());
            Set<Facet> held = Coverage.held(theirs, connection.watched());
            coverage.add(new ShapeCoverage(shape, theirs.size(), held, evidence,
                    Coverage.gaps(held, evidence.map(Evidence::exercised).orElse(Set.of()))));
        });
        return coverage;
    }

    private static Optional<Evidence> find(Archive archive, EvidenceKey key, Instant now) {
        try {
            return archive.evidence(key, now);
        } catch (IOException e) {
            // Evidence that cannot be read is no evidence; the rehearsal is made again.
            return Optional.empty();
        }
    }
}
