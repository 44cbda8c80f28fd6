package dev.shisa.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.Licence;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Decision;
import dev.shisa.catalog.WireCall;
import dev.shisa.tenant.TenantFailure.Reason;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.keepsake.Counterparts;
import dev.shisa.keepsake.Keepsake;
import dev.shisa.keepsake.Link;
import dev.shisa.keepsake.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every tenant behind the port does, the one in memory and the one on the wire. */
public abstract class TenantConformance {
    private static final AccountId NOBODY = new AccountId("00000000-0000-4000-8000-00000000dead");
    private static final Set<Facet> OWN = EnumSet.of(Facet.IDENTITY, Facet.ENABLED, Facet.LICENCES, Facet.ADDRESSES,
            Facet.PASSWORD, Facet.PROFILE);

    /** A tenant that the test may change. */
    protected abstract Tenant tenant() throws Exception;

    /** The sign-in name of an active person with one direct licence and a mailbox; each index another one. */
    protected abstract String person(int index);

    @Test
    void countsAndListingsAgreeAndNobodyComesTwice() throws Exception {
        TenantReader reader = tenant().reader();
        List<Observation> active = new ArrayList<>();
        ListingReport report = reader.listActive(active::add);
        assertTrue(report.finished());
        assertEquals(reader.countActive(), report.rows());
        assertEquals(report.rows(), active.stream().map(Observation::id).distinct().count());
        assertTrue(active.stream().allMatch(Observation::isActive));
        assertTrue(active.stream().allMatch(account -> account.readings().keySet().equals(OWN)));
        List<Observation> deleted = new ArrayList<>();
        assertEquals(reader.countDeleted(), reader.listDeleted(deleted::add).rows());
        assertTrue(deleted.stream().allMatch(
                account -> account.value(Facet.IDENTITY).filter(Identity.SOFT_DELETED::equals).isPresent()
                        && account.traits().orElseThrow().deletedAt().isPresent()));
        assertTrue(reader.viewpoint().wholeTenant());
        assertFalse(reader.identify().defaultDomain().isBlank());
    }

    @Test
    void singleReadsListingsAndGlancesTellTheSame() throws Exception {
        TenantReader reader = tenant().reader();
        AccountId id = id(reader, 0);
        List<Observation> listed = new ArrayList<>();
        reader.listActive(listed::add);
        Map<Facet, FacetValue> expected = values(reader.observe(List.of(id)).getFirst(), OWN);
        assertEquals(OWN, expected.keySet());
        assertEquals(expected, values(reader.glance(id), OWN));
        assertEquals(expected, values(listed.stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow(), OWN));
    }

    @Test
    void observationsComeInTheOrderAskedWithEveryVisibleFacet() throws Exception {
        TenantReader reader = tenant().reader();
        List<AccountId> ids = List.of(id(reader, 1), NOBODY, id(reader, 0));
        List<Observation> seen = reader.observe(ids);
        assertEquals(ids, seen.stream().map(Observation::id).toList());
        assertEquals(Optional.of(Identity.ABSENT), seen.get(1).value(Facet.IDENTITY));
        assertTrue(seen.get(1).traits().isEmpty());
        for (Facet facet : Facet.values()) {
            boolean visible = reader.visibleFacets().contains(facet) && facet != Facet.ROLES;
            assertEquals(visible, seen.getFirst().value(facet).isPresent(), facet.label());
        }
        assertEquals(Optional.of(Identity.ABSENT), reader.glance(NOBODY).value(Facet.IDENTITY));
        assertEquals(List.of(), reader.observe(List.of()));
    }

    @Test
    void aDeletedAccountIsInTheRecycleBinAndComesBackAsItWas() throws Exception {
        Tenant tenant = tenant();
        TenantReader reader = tenant.reader();
        AccountId id = id(reader, 0);
        Observation before = reader.observe(List.of(id)).getFirst();
        long active = reader.countActive();
        long deleted = reader.countDeleted();
        String cursor = reader.deltaCursor();
        assertInstanceOf(WriteOutcome.Accepted.class, send(tenant, "DELETE", "/users/" + id, Optional.empty()));
        Observation gone = reader.observe(List.of(id)).getFirst();
        assertEquals(Optional.of(Identity.SOFT_DELETED), gone.value(Facet.IDENTITY));
        assertTrue(gone.readings().values().stream().filter(Reading.Seen.class::isInstance).count() == 1);
        assertEquals(active - 1, reader.countActive());
        assertEquals(deleted + 1, reader.countDeleted());
        Drain drain = reader.drain(cursor);
        assertTrue(drain.changed().contains(id) || drain.removed().contains(id));
        assertInstanceOf(WriteOutcome.Accepted.class,
                send(tenant, "POST", "/directory/deletedItems/" + id + "/restore", Optional.empty()));
        Observation after = reader.observe(List.of(id)).getFirst();
        assertEquals(values(before, reader.visibleFacets()), values(after, reader.visibleFacets()));
        assertEquals(2, tenant.writeCalls());
    }

    @Test
    void aLicenceWithoutItsMailboxPlanTakesTheMailboxAndKeepsTheIdentity() throws Exception {
        Tenant tenant = tenant();
        TenantReader reader = tenant.reader();
        AccountId id = id(reader, 2);
        Observation before = reader.observe(List.of(id)).getFirst();
        Licence licence = before.value(Facet.LICENCES, Licences.class).orElseThrow().licences().first();
        assertTrue(licence.givesMailbox());
        assertInstanceOf(WriteOutcome.Accepted.class, assign(tenant, id, licence.withoutMailbox()));
        Observation without = reader.observe(List.of(id)).getFirst();
        Optional<String> guid = before.value(Facet.MAILBOX, Mailbox.class).flatMap(Mailbox::guid);
        assertTrue(guid.isPresent());
        assertEquals(Optional.of(reader.visibleFacets().contains(Facet.HOLDS)
                ? new Mailbox(Mailbox.State.TOMBSTONE, guid)
                : Mailbox.of(Mailbox.State.GONE)), without.value(Facet.MAILBOX));
        assertTrue(without.isActive());
        assertEquals(Optional.of(Licences.of(List.of(licence.withoutMailbox()))), without.value(Facet.LICENCES));
        assertInstanceOf(WriteOutcome.Accepted.class, assign(tenant, id, licence));
        assertEquals(before.value(Facet.MAILBOX), reader.observe(List.of(id)).getFirst().value(Facet.MAILBOX));
    }

    @Test
    void theTraitsOfTheTenantAreNamedAndUnreadIsAValue() throws Exception {
        TenantReader reader = tenant().reader();
        assertEquals(TenantTrait.unread().keySet(), reader.tenantTraits().keySet());
        boolean told = reader.visibleFacets().contains(Facet.HOLDS);
        assertEquals(told ? "off" : "unread", reader.tenantTraits().get(TenantTrait.DELAYED_DELICENSING));
    }

    @Test
    void aDisabledAccountIsSeenDisabled() throws Exception {
        Tenant tenant = tenant();
        AccountId id = id(tenant.reader(), 1);
        assertInstanceOf(WriteOutcome.Accepted.class,
                send(tenant, "PATCH", "/users/" + id, Optional.of("{\"accountEnabled\":false}")));
        assertEquals(Optional.of(new Enabled(false)), tenant.reader().glance(id).value(Facet.ENABLED));
    }

    @Test
    void aWriteOnNobodyIsUnknown() throws Exception {
        assertInstanceOf(WriteOutcome.Unknown.class, send(tenant(), "DELETE", "/users/" + NOBODY, Optional.empty()));
    }

    @Test
    void whatCannotBeAskedIsRefusedAndNotEverybody() throws Exception {
        TenantReader reader = tenant().reader();
        for (String filter : List.of("shoeSize eq 44", " ", "userPrincipalName eq 'a'; drop")) {
            assertEquals(Reason.BAD_REQUEST, assertThrows(TenantFailure.class, () -> reader.matching(filter)).reason(),
                    filter);
        }
        assertEquals(Set.of(), reader.matching("userPrincipalName eq 'nobody@nowhere.example'"));
        for (String group : List.of("", "all", NOBODY.value())) {
            assertEquals(Reason.BAD_REQUEST, assertThrows(TenantFailure.class, () -> reader.membersOf(group)).reason());
        }
    }

    @Test
    void rolesAreHeldBySomebodyAndNotByEverybody() throws Exception {
        TenantReader reader = tenant().reader();
        assertFalse(reader.roles().isEmpty());
        assertFalse(new HashSet<>(reader.roles().keySet()).contains(id(reader, 0)));
        assertTrue(reader.roles().values().stream().flatMap(roles -> roles.roles().stream())
                .allMatch(role -> role.startsWith("assigned:") || role.startsWith("eligible:")));
    }

    @Test
    void aKeepsakeHasEveryPartOrSaysWhyNot() throws Exception {
        TenantReader reader = tenant().reader();
        Observation account = reader.observe(List.of(id(reader, 0))).getFirst();
        Keepsake keepsake = reader.keepsake(account);
        assertEquals(account.id(), keepsake.account());
        assertEquals(account.name(), keepsake.name());
        assertEquals(account.value(Facet.LICENCES, Licences.class).map(Licences::licences).map(List::copyOf),
                keepsake.licences().value());
        Groups groups = account.value(Facet.GROUPS, Groups.class).orElseThrow();
        assertEquals(groups.memberOf(), ids(keepsake.memberships().value().orElseThrow()));
        assertEquals(groups.owns(), ids(keepsake.ownerships().value().orElseThrow()));
        assertFalse(keepsake.manager() instanceof Part.Unreadable, keepsake.manager()::toString);
        assertTrue(keepsake.reports().value().isPresent());
        assertTrue(keepsake.appRoles().value().isPresent());
        boolean told = reader.visibleFacets().contains(Facet.HOLDS);
        assertEquals(told, keepsake.mailbox().value().isPresent());
        assertEquals(told, keepsake.access().value().isPresent());
        assertEquals(told, keepsake.sendAs().value().isPresent());
    }

    @Test
    void aKeepsakeOfAnAccountInTheRecycleBinSaysThatNobodyCanReadIt() throws Exception {
        Tenant tenant = tenant();
        TenantReader reader = tenant.reader();
        AccountId id = id(reader, 0);
        assertInstanceOf(WriteOutcome.Accepted.class, send(tenant, "DELETE", "/users/" + id, Optional.empty()));
        Keepsake keepsake = reader.keepsake(reader.observe(List.of(id)).getFirst());
        for (Part<?> part : List.of(keepsake.licences(), keepsake.memberships(), keepsake.ownerships(),
                keepsake.manager(), keepsake.reports(), keepsake.appRoles(), keepsake.mailbox(), keepsake.access(),
                keepsake.sendAs())) {
            assertInstanceOf(Part.Unreadable.class, part);
        }
    }

    @Test
    void theOtherEndsOfTiesAreThereOrGone() throws Exception {
        TenantReader reader = tenant().reader();
        Link somebody = new Link(id(reader, 0).value(), "then", Link.Kind.PERSON);
        Link nobody = new Link(NOBODY.value(), "then", Link.Kind.PERSON);
        Link group = new Link(NOBODY.value().replace("dead", "deaf"), "then", Link.Kind.GROUP);
        Link application = new Link(NOBODY.value().replace("dead", "beef"), "then", Link.Kind.SERVICE_PRINCIPAL);
        Counterparts found = reader.counterparts(List.of(somebody, nobody, group, application));
        assertEquals(Set.of(somebody.id(), application.id()), found.there().keySet());
        assertEquals(Map.of(), found.managers());
    }

    private static SortedSet<String> ids(List<Link> links) {
        return links.stream().filter(link -> link.kind() != Link.Kind.ROLE).map(Link::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private AccountId id(TenantReader reader, int index) throws TenantFailure {
        return reader.matching("userPrincipalName eq '" + person(index) + "'").iterator().next();
    }

    private static WriteOutcome assign(Tenant tenant, AccountId id, Licence licence) throws TenantFailure {
        String body = "{\"addLicenses\":" + Decision.addLicenses(List.of(licence))
                + ",\"removeLicenses\":[]}";
        return send(tenant, "POST", "/users/" + id + "/assignLicense", Optional.of(body));
    }

    private static WriteOutcome send(Tenant tenant, String method, String path, Optional<String> body)
            throws TenantFailure {
        return tenant.writer().apply(new WireCall(method, path, body), UUID.randomUUID());
    }

    private static Map<Facet, FacetValue> values(Observation account, Set<Facet> facets) {
        Map<Facet, FacetValue> values = new EnumMap<>(Facet.class);
        facets.forEach(facet -> account.value(facet).ifPresent(value -> values.put(facet, value)));
        return values;
    }
}
