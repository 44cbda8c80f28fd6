package dev.shisa.tenant;

import dev.shisa.text.Text;
import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.keepsake.Counterparts;
import dev.shisa.keepsake.Keepsake;
import dev.shisa.keepsake.Link;
import dev.shisa.tenant.TenantFailure.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the fake tenant. */
final class FakeReader implements TenantReader {
    private static final Pattern FILTER = Pattern.compile("userPrincipalName eq '([^']*)'");
    private static final int PAGE = 999;

    private final FakeTenant tenant;
    private final Map<String, Map<AccountId, Integer>> cursors = new ConcurrentHashMap<>();

    FakeReader(FakeTenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public TenantIdentity identify() throws TenantFailure {
        reachable();
        return new TenantIdentity("5a15a000-c0de-4a7e-8000-00000000feed", "sgu.example", tenant.now());
    }

    @Override
    public Viewpoint viewpoint() throws TenantFailure {
        reachable();
        return new Viewpoint("fake-reader", new TreeSet<>(Set.of("User.Read.All")), true);
    }

    @Override
    public Set<Facet> visibleFacets() {
        return EnumSet.complementOf(EnumSet.of(Facet.ARCHIVE, Facet.VISIBILITY, Facet.HOLDS));
    }

    @Override
    public SortedMap<String, String> tenantTraits() throws TenantFailure {
        reachable();
        return TenantTrait.unread();
    }

    @Override
    public long countActive() throws TenantFailure {
        reachable();
        return tenant.shown(Identity.ACTIVE).size();
    }

    @Override
    public long countDeleted() throws TenantFailure {
        reachable();
        return tenant.shown(Identity.SOFT_DELETED).size();
    }

    @Override
    public String deltaCursor() throws TenantFailure {
        reachable();
        String cursor = "cursor-" + cursors.size() + "-" + tenant.changeCount();
        cursors.put(cursor, tenant.changeCounts());
        return cursor;
    }

    @Override
    public Drain drain(String cursor) throws TenantFailure {
        reachable();
        Map<AccountId, Integer> since = cursors.get(cursor);
        if (since == null) {
            throw new TenantFailure(Reason.BAD_REQUEST, Text.of("No such cursor."));
        }
        Set<AccountId> changed = new TreeSet<>();
        Set<AccountId> removed = new TreeSet<>();
        tenant.changedSince(since).forEach(
                id -> (tenant.shown(id).filter(FakeAccount::isActive).isPresent() ? changed : removed).add(id));
        return new Drain(changed, removed);
    }

    @Override
    public ListingReport listActive(Consumer<Observation> sink) throws TenantFailure {
        List<FakeAccount> all = new ArrayList<>(tenant.shown(Identity.ACTIVE));
        if (tenant.fault(FakeFault.ListedTwice.class).isPresent()) {
            all.add(all.getFirst());
        }
        int end = tenant.fault(FakeFault.Truncated.class).map(FakeFault.Truncated::after).orElse(Integer.MAX_VALUE);
        return list(all.subList(0, Math.min(end, all.size())), sink,
                tenant.fault(FakeFault.Warned.class).map(FakeFault.Warned::text).stream().toList());
    }

    @Override
    public ListingReport listDeleted(Consumer<Observation> sink) throws TenantFailure {
        return list(tenant.shown(Identity.SOFT_DELETED), sink, List.of());
    }

    private ListingReport list(List<FakeAccount> all, Consumer<Observation> sink, List<String> warnings)
            throws TenantFailure {
        reachable();
        all.forEach(account -> sink.accept(account.listed(tenant.now())));
        return new ListingReport(1 + all.size() / PAGE, all.size(), Math.min(all.size(), PAGE), true, warnings);
    }

    @Override
    public Map<AccountId, Roles> roles() throws TenantFailure {
        reachable();
        Map<AccountId, Roles> roles = new HashMap<>();
        tenant.shown(Identity.ACTIVE).stream().filter(account -> !account.roles().isEmpty())
                .forEach(account -> roles.put(account.id(), account.roles()));
        return roles;
    }

    @Override
    public List<Observation> observe(Collection<AccountId> ids) throws TenantFailure {
        reachable();
        return ids.stream().map(id -> tenant.shown(id).map(a -> a.observed(tenant.now())).orElseGet(() -> absent(id)))
                .toList();
    }

    @Override
    public Observation glance(AccountId id) throws TenantFailure {
        reachable();
        return tenant.shown(id).map(a -> a.listed(tenant.now())).orElseGet(() -> absent(id));
    }

    @Override
    public Keepsake keepsake(Observation account) throws TenantFailure {
        reachable();
        if (tenant.fault(FakeFault.KeepsakeUnreadable.class).isPresent()) {
            throw new TenantFailure(Reason.UNREACHABLE, Text.of("Nobody tells what it takes with it."));
        }
        return tenant.shown(account.id()).map(tenant.ties()::keepsake).orElseGet(() -> Keepsake
                .unreadable(account.id(), account.name(), tenant.now(), "the account is not active"));
    }

    @Override
    public Keepsake ties(Observation account) throws TenantFailure {
        return keepsake(account);
    }

    @Override
    public Counterparts counterparts(Collection<Link> links) throws TenantFailure {
        reachable();
        return tenant.ties().counterparts(links);
    }

    @Override
    public List<AuditRecord> audits(Instant since) throws TenantFailure {
        reachable();
        if (tenant.fault(FakeFault.AuditUnreadable.class).isPresent()) {
            throw new TenantFailure(Reason.UNREACHABLE, Text.of("The audit log gives no answer."));
        }
        return tenant.audits().stream().filter(record -> !record.at().isBefore(since)).toList();
    }

    @Override
    public List<ServiceHealth> health() throws TenantFailure {
        reachable();
        String status = tenant.fault(FakeFault.Degraded.class).isPresent()
                ? "serviceDegradation"
                : "serviceOperational";
        return List.of(new ServiceHealth("Exchange Online", status, status.equals("serviceOperational")));
    }

    @Override
    public List<Observation> find(String text) throws TenantFailure {
        reachable();
        String name = text.toLowerCase(Locale.ROOT);
        return tenant.shown(Identity.ACTIVE).stream()
                .filter(a -> a.id().value().equals(text) || a.addresses().all().contains("upn:" + name)
                        || a.addresses().all().contains("mail:" + name)
                        || a.addresses().all().contains("smtp:" + name))
                .map(a -> a.listed(tenant.now())).toList();
    }

    @Override
    public List<Observation> startingWith(String prefix) throws TenantFailure {
        reachable();
        return tenant.shown(Identity.ACTIVE).stream()
                .filter(a -> a.traits().userPrincipalName().toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(a -> a.listed(tenant.now())).toList();
    }

    @Override
    public Set<AccountId> matching(String filter) throws TenantFailure {
        reachable();
        Matcher matcher = FILTER.matcher(filter);
        if (!matcher.matches()) {
            throw new TenantFailure(Reason.BAD_REQUEST, Text.of("Invalid filter clause: {0}", filter));
        }
        Set<AccountId> ids = new TreeSet<>();
        tenant.shown(Identity.ACTIVE).stream()
                .filter(a -> a.traits().userPrincipalName().equalsIgnoreCase(matcher.group(1)))
                .forEach(a -> ids.add(a.id()));
        return ids;
    }

    @Override
    public Set<AccountId> membersOf(String groupId) throws TenantFailure {
        reachable();
        Set<AccountId> ids = new TreeSet<>();
        tenant.shown(Identity.ACTIVE).stream().filter(a -> a.groups().memberOf().contains(groupId))
                .forEach(a -> ids.add(a.id()));
        if (ids.isEmpty()) {
            throw new TenantFailure(Reason.BAD_REQUEST, Text.of("There is no group {0}.", groupId));
        }
        return ids;
    }

    @Override
    public Set<AccountId> ownersOf(String objectId) throws TenantFailure {
        reachable();
        Set<AccountId> ids = new TreeSet<>();
        tenant.shown(Identity.ACTIVE).stream().filter(a -> a.groups().owns().contains(objectId))
                .forEach(a -> ids.add(a.id()));
        return ids;
    }

    private Observation absent(AccountId id) {
        Map<Facet, Reading> readings = new EnumMap<>(Facet.class);
        for (Facet facet : EnumSet.complementOf(EnumSet.of(Facet.ROLES))) {
            readings.put(facet, new Reading.Unseen("the service knows no such account"));
        }
        readings.put(Facet.IDENTITY, new Reading.Seen(Identity.ABSENT, "fake", tenant.now()));
        return new Observation(id, Optional.empty(), Collections.unmodifiableMap(readings));
    }

    private void reachable() throws TenantFailure {
        if (tenant.fault(FakeFault.Unreachable.class).isPresent()) {
            throw new TenantFailure(Reason.UNREACHABLE, Text.of("Nobody answers."));
        }
    }
}
