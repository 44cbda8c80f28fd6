package dev.shisa.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.CatalogLoader;
import dev.shisa.catalog.Decision;
import dev.shisa.catalog.LoadedCatalog;
import dev.shisa.execute.Gathering;
import dev.shisa.plan.Plan;
import dev.shisa.plan.Sorting;
import dev.shisa.plan.Target;
import dev.shisa.policy.Situation;
import dev.shisa.policy.Variable;
import dev.shisa.site.Site;
import dev.shisa.store.Store;
import dev.shisa.tenant.FakeTenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the policies are told is what the tenant shows, and what it does not show is told, too. */
class CircumstancesTest {
    private static final Catalog CATALOG = ((LoadedCatalog.Loaded) CatalogLoader.shipped()).catalog();
    private static final String ADMINISTRATOR = "assigned:62e90394-69f5-4237-9190-012177145e10";
    private static final String GROUP = "00000000-0000-4000-9000-000000000001";
    @TempDir
    private Path folder;
    private final FakeTenant tenant = new FakeTenant();
    private List<AccountId> people = new ArrayList<>();

    @BeforeEach
    void people() {
        people = tenant.addUsers("u", 5);
    }

    private Situation situation(String verb, String option, UnaryOperator<Observation> seen, AccountId... targets)
            throws Exception {
        Connection connection = new Connection(tenant, tenant.reader().identify(), Site.sandbox(),
                new RuleBook(Site.sandbox().governance(), Optional.empty(), Optional.empty(), Optional.empty(), CATALOG,
                        "u4"));
        Decision decision = new Decision(CATALOG.find(verb).orElseThrow(),
                option.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(option)), new TreeMap<>());
        Map<AccountId, Roles> roles = tenant.reader().roles();
        Map<AccountId, Observation> looks = new TreeMap<>();
        Gathering.observe(tenant.reader(), List.of(targets), roles)
                .forEach((id, look) -> looks.put(id, seen.apply(look)));
        List<Target> planned = looks.values().stream().map(look -> Sorting.target(look, decision)).toList();
        Plan plan = new Plan("plan-1", connection.identity().id(), "sgu.example", connection.site().kind(),
                decision.command().name(), decision.command().digest(), decision.options(), decision.parameters(),
                planned,
                new TreeMap<>(), decision.contract().loss(), Set.of(), people.size(), 5, Optional.empty(), tenant.now(),
                tenant.now().plusSeconds(3600), Optional.empty(), "", "", "u4");
        Draft draft = new Draft(plan, "d", decision,
                new Overview.Few(tenant.now(), people.size(), looks, roles, Set.of()), looks, connection.watched());
        return Circumstances.of(draft, Optional.empty(), new EvidenceAtHand(Map.of(), 0), false, Set.of(), connection,
                new Archive(Store.open(folder.resolve("store")), Set.of()), CATALOG,
                connection.book().rules(tenant.now()), tenant.now());
    }

    private Situation deletion(AccountId... targets) throws Exception {
        return situation("user delete", "", UnaryOperator.identity(), targets);
    }

    private static Observation without(Observation look, Facet facet) {
        EnumMap<Facet, Reading> readings = new EnumMap<>(look.readings());
        readings.put(facet, new Reading.Unseen("not shown"));
        return new Observation(look.id(), look.traits(), readings);
    }

    @Test
    void administratorsThatStayAndThoseThatGoAreCountedApart() throws Exception {
        tenant.alter(people.get(0), account -> account.withRoles(Set.of(ADMINISTRATOR)));
        tenant.alter(people.get(1), account -> account.withRoles(Set.of(ADMINISTRATOR)));
        tenant.alter(people.get(2), account -> account.withRoles(Set.of(ADMINISTRATOR)).withEnabled(false));
        tenant.alter(people.get(3),
                account -> account.withRoles(Set.of("eligible:62e90394-69f5-4237-9190-012177145e10")));
        Situation one = deletion(people.get(0), people.get(4));
        assertEquals(1L, one.value(Variable.FLOORS_ADMINISTRATORS));
        assertEquals(1L, one.value(Variable.FLOORS_ADMINISTRATORS_LOST));
        Situation mailbox = situation("mailbox remove", "keep-identity", UnaryOperator.identity(), people.get(0));
        assertEquals(2L, mailbox.value(Variable.FLOORS_ADMINISTRATORS),
                "without a mailbox one is still an administrator");
        assertEquals(0L, mailbox.value(Variable.FLOORS_ADMINISTRATORS_LOST));
    }

    @Test
    void aGroupIsOrphanedWhenNobodyWhoOwnsItStays() throws Exception {
        tenant.alter(people.get(0), account -> account.withGroups(Set.of(), Set.of(GROUP)));
        tenant.alter(people.get(1), account -> account.withGroups(Set.of(), Set.of(GROUP)));
        assertEquals(0L, deletion(people.get(0)).value(Variable.FLOORS_ORPHANED_GROUPS));
        assertEquals(1L, deletion(people.get(0), people.get(1)).value(Variable.FLOORS_ORPHANED_GROUPS));
        assertEquals(0L, situation("mailbox remove", "keep-identity", UnaryOperator.identity(), people.get(0),
                people.get(1)).value(Variable.FLOORS_ORPHANED_GROUPS));
    }

    @Test
    void whoGoesAndMayOwnWhatNobodyCanNameIsNotTakenForSomebodyWithoutGroups() throws Exception {
        long seen = (long) deletion(people.get(0)).value(Variable.TARGETS_UNREAD);
        long unseen = (long) situation("user delete", "", look -> without(look, Facet.GROUPS), people.get(0))
                .value(Variable.TARGETS_UNREAD);
        assertEquals(seen + 1, unseen);
        assertEquals(seen,
                situation("mailbox remove", "keep-identity", look -> without(look, Facet.GROUPS), people.get(0))
                        .value(Variable.TARGETS_UNREAD),
                "whoever stays keeps the groups");
    }

    @Test
    void whatLiesInTheRecycleBinSinceADayCountsWhoeverPutItThere() throws Exception {
        tenant.alter(people.get(0), account -> account.withIdentity(Identity.SOFT_DELETED,
                Optional.of(tenant.now().minus(Duration.ofHours(24)))));
        tenant.alter(people.get(1), account -> account.withIdentity(Identity.SOFT_DELETED,
                Optional.of(tenant.now().minus(Duration.ofHours(24)).minusSeconds(1))));
        assertEquals(1L, deletion(people.get(2)).value(Variable.HISTORY_LOST));
        tenant.alter(people.get(3), account -> account.withIdentity(Identity.SOFT_DELETED, Optional.empty()));
        assertEquals(2L, deletion(people.get(2)).value(Variable.HISTORY_LOST), "nobody can say how old that one is");
    }

    @Test
    void theOwnAccountIsKnownByItsName() throws Exception {
        assertEquals(1L, deletion(people.get(3)).value(Variable.TARGETS_OWN));
        assertEquals(0L, deletion(people.get(2)).value(Variable.TARGETS_OWN));
    }
}
