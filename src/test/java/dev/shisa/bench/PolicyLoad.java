package dev.shisa.bench;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Holds;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.CatalogLoader;
import dev.shisa.catalog.Decision;
import dev.shisa.catalog.LoadedCatalog;
import dev.shisa.execute.Gathering;
import dev.shisa.operation.Archive;
import dev.shisa.operation.Connection;
import dev.shisa.operation.Draft;
import dev.shisa.operation.Overview;
import dev.shisa.operation.RuleBook;
import dev.shisa.operation.Settlement;
import dev.shisa.operation.Terms;
import dev.shisa.plan.Plan;
import dev.shisa.plan.Sorting;
import dev.shisa.plan.Target;
import dev.shisa.policy.Verdict;
import dev.shisa.site.Site;
import dev.shisa.site.TenantKind;
import dev.shisa.snapshot.Snapshot;
import dev.shisa.snapshot.Taken;
import dev.shisa.store.Store;
import dev.shisa.tenant.FakeTenant;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Measures what the policies take for one plan with very many targets: time and heap, the reading of the policies apart. Reads from a tenant in memory. */
final class PolicyLoad {
    private static final int ROUNDS = 5;

    private PolicyLoad() {
    }

    /**
     * Measures.
     *
     * @param arguments the number of targets; 100,000 where nothing is said
     */
    public static void main(String[] arguments) throws Exception {
        int targets = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("policy-load");
        FakeTenant tenant = new FakeTenant();
        tenant.addUsers("u", targets);
        Archive archive = new Archive(Store.open(folder.resolve("store")), Set.of());
        Catalog catalog = ((LoadedCatalog.Loaded) CatalogLoader.shipped()).catalog();
        Connection connection = new Connection(tenant, tenant.reader().identify(), production(), book(catalog));
        Draft draft = draft(tenant, connection, archive, catalog);
        long begun = System.nanoTime();
        connection.book().rules(tenant.now());
        System.out.printf(Locale.ROOT, "reading %d policies took %d ms%n",
                connection.book().policies().policies().size(), since(begun));
        for (int round = 1; round <= ROUNDS; round++) {
            long before = settledHeap();
            long start = System.nanoTime();
            Verdict verdict = Settlement.preview(draft, Terms.none(), connection, archive, catalog);
            long took = since(start);
            System.out.printf(Locale.ROOT,
                    "round %d: targets %d, policies %d, refusals %d, approvals %d: %d ms, at most %d MiB of heap beside the %d MiB of plan and tenant%n",
                    round, draft.plan().targets().size(), verdict.rulings().size(),
                    verdict.refusals().size(), verdict.approvals(), took,
                    Math.max(0, (peak() - before) >> 20), before >> 20);
        }
    }

    /** Everybody, as single looks show them who also see holds. */
    static Draft draft(FakeTenant tenant, Connection connection, Archive archive, Catalog catalog)
            throws TenantFailure, IOException {
        Decision decision = new Decision(catalog.find("mailbox remove").orElseThrow(),
                new TreeSet<>(List.of("keep-identity")), new TreeMap<>());
        Snapshot snapshot = ((Taken.Complete) archive.take(tenant.reader(), "snapshot-1")).snapshot();
        Map<AccountId, Observation> seen = new TreeMap<>();
        Gathering.observe(tenant.reader(), snapshot.accounts().keySet(), Map.of()).forEach((id, account) -> {
            Map<Facet, Reading> readings = new EnumMap<>(account.readings());
            readings.put(Facet.HOLDS, new Reading.Seen(new Holds(new TreeSet<>()), "the bench", tenant.now()));
            seen.put(id, new Observation(id, account.traits(), readings));
        });
        List<Target> targets = seen.values().stream().map(account -> Sorting.target(account, decision)).toList();
        Plan plan = new Plan("plan-1", connection.identity().id(), connection.identity().defaultDomain(),
                TenantKind.PRODUCTION, decision.command().name(), decision.command().digest(), decision.options(),
                decision.parameters(), targets, new TreeMap<>(), decision.contract().loss(), Set.of(), targets.size(),
                500,
                Optional.of(new Plan.Basis("snapshot-1", "d")), tenant.now(), tenant.now().plusSeconds(3600),
                Optional.empty(), "", "", "bench");
        return new Draft(plan, "d", decision, new Overview.Whole(snapshot, connection.site()), seen,
                connection.watched());
    }

    static Site production() {
        Site site = Site.sandbox();
        return new Site(TenantKind.PRODUCTION, "the bench", site.store(), site.contacts(), site.rehearsal(),
                site.sentinels(), site.breakGlass(), site.probes(), site.waits(), 500, 2, 4, 5, site.quota(),
                site.governance());
    }

    static RuleBook book(Catalog catalog) {
        return new RuleBook(Site.sandbox().governance(), Optional.empty(), Optional.empty(), Optional.empty(), catalog,
                "bench");
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long settledHeap() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        return heap().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    private static long peak() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
