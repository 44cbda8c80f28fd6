package dev.shisa.tenant;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Licence;
import dev.shisa.account.Traits;
import dev.shisa.account.Traits.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A tenant in memory that behaves as {@link TenantConformance} demands, and misbehaves as a test tells it. Its clock moves only when it is
 * told to. Safe for several threads.
 */
public final class FakeTenant implements Tenant {
    /** The one SKU; it gives a mailbox. */
    public static final String SKU = "6fd2c87f-b296-42f0-b197-1e91e994b900";
    /** The SKU's plan with the mailbox. */
    public static final String MAILBOX_PLAN = "efb87545-963c-4e0d-99df-69c6916d9eb0";

    private final Map<AccountId, FakeAccount> accounts = new TreeMap<>();
    private final Map<AccountId, List<Change>> changes = new TreeMap<>();
    private final List<FakeFault> faults = new ArrayList<>();
    private final List<AuditRecord> audits = new ArrayList<>();
    private final Deque<AuditRecord.Actor> actors = new ArrayDeque<>();
    private final FakeTies ties = new FakeTies(this);
    private final FakeReader reader = new FakeReader(this);
    private final FakeWriter writer = new FakeWriter(this);
    private Instant now = Instant.parse("2012-04-01T00:00:00Z");
    private int made;

    /**
     * What an account was until a moment.
     *
     * @param at the moment
     * @param before the account before; empty when it is new
     */
    record Change(Instant at, Optional<FakeAccount> before) {
    }

    /** A person with a direct licence and a mailbox. */
    public synchronized AccountId addUser(String name) {
        made++;
        AccountId id = new AccountId("00000000-0000-4000-8000-%012d".formatted(made));
        String upn = name + "@sgu.example";
        Addresses addresses = new Addresses(upn, upn, new TreeSet<>(Set.of("SMTP:" + upn)));
        put(new FakeAccount(id, new Traits(upn, name, Kind.USER, false, false, Optional.empty()), Identity.ACTIVE, true,
                new UUID(7, made).toString(), Licences.of(List.of(Licence.direct(SKU, Set.of(), Set.of(MAILBOX_PLAN)))),
                addresses, new Roles(Collections.emptySortedSet()),
                new Groups(Collections.emptySortedSet(), Collections.emptySortedSet()),
                now.minus(Duration.ofDays(400))));
        return id;
    }

    /** So many persons, named by that prefix and a number from 1. */
    public List<AccountId> addUsers(String prefix, int count) {
        List<AccountId> ids = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            ids.add(addUser(prefix + i));
        }
        return ids;
    }

    /** Who belongs to whom. */
    public FakeTies ties() {
        return ties;
    }

    /** The truth about an account; empty when there is none, not even in the recycle bin. */
    public synchronized Optional<FakeAccount> truth(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /** Something changes an account, and no audit record tells of it. */
    public synchronized void alter(AccountId id, UnaryOperator<FakeAccount> change) {
        truth(id).map(change).ifPresent(this::put);
    }

    /** Somebody else changes an account, and the audit log names that person. */
    public synchronized void alterAs(String person, AccountId id, UnaryOperator<FakeAccount> change) {
        as(new AuditRecord.Actor(person, Optional.empty()), () -> {
            alter(id, change);
            return id;
        });
    }

    /** What is done meanwhile is recorded under that actor. */
    synchronized <T> T as(AuditRecord.Actor actor, Supplier<T> work) {
        actors.push(actor);
        try {
            return work.get();
        } finally {
            actors.pop();
        }
    }

    /** What the audit log tells. */
    synchronized List<AuditRecord> audits() {
        if (fault(FakeFault.AuditSilent.class).isPresent()) {
            return List.of();
        }
        Instant readable = now
                .minus(fault(FakeFault.AuditLate.class).map(FakeFault.AuditLate::delay).orElse(Duration.ZERO));
        return audits.stream().filter(record -> !record.at().isAfter(readable)).toList();
    }

    private void record(AccountId id, Optional<FakeAccount> before, Optional<FakeAccount> after) {
        if (!actors.isEmpty()) {
            audits.add(new AuditRecord("record-" + audits.size(), now, "Update user", actors.peek(), Set.of(id),
                    changed(before, after), move(before.map(FakeAccount::identity),
                            after.map(FakeAccount::identity).orElse(Identity.ABSENT))));
        }
    }

    private static Set<Facet> changed(Optional<FakeAccount> before, Optional<FakeAccount> after) {
        if (before.isEmpty() || after.isEmpty() || before.get().identity() != after.get().identity()) {
            return EnumSet.allOf(Facet.class);
        }
        EnumSet<Facet> changed = EnumSet.noneOf(Facet.class);
        if (before.get().enabled() != after.get().enabled()) {
            changed.add(Facet.ENABLED);
        }
        if (!before.get().licences().equals(after.get().licences())) {
            changed.addAll(Set.of(Facet.LICENCES, Facet.MAILBOX));
        }
        if (!before.get().roles().equals(after.get().roles())) {
            changed.add(Facet.ROLES);
        }
        return changed;
    }

    private static AuditRecord.Move move(Optional<Identity> before, Identity after) {
        if (before.isEmpty()) {
            return AuditRecord.Move.ADDED;
        }
        if (before.get() == after) {
            return AuditRecord.Move.NONE;
        }
        return switch (after) {
            case ACTIVE -> AuditRecord.Move.RESTORED;
            case SOFT_DELETED -> AuditRecord.Move.DELETED;
            case ABSENT -> AuditRecord.Move.PURGED;
        };
    }

    /** From now on it misbehaves so, beside what it does already. */
    public synchronized void misbehave(FakeFault fault) {
        faults.add(fault);
    }

    /** From now on it behaves. */
    public synchronized void behave() {
        faults.clear();
    }

    /** The tenant's clock. */
    public synchronized Instant now() {
        return now;
    }

    /** Lets time pass. */
    public synchronized void pass(Duration duration) {
        now = now.plus(duration);
    }

    /** The writes that reached it, in their order. */
    public List<FakeWriter.Sent> writes() {
        return writer.sent();
    }

    @Override
    public TenantReader reader() {
        return reader;
    }

    @Override
    public TenantWriter writer() {
        return writer;
    }

    @Override
    public String application() {
        return writer.application();
    }

    @Override
    public long writeCalls() {
        return writer.sent().size();
    }

    @Override
    public void close() {
        // nothing is held
    }

    synchronized void put(FakeAccount account) {
        record(account.id(), truth(account.id()), Optional.of(account));
        changes.computeIfAbsent(account.id(), _ -> new ArrayList<>()).add(new Change(now, truth(account.id())));
        accounts.put(account.id(), account);
    }

    synchronized void purge(AccountId id) {
        record(id, truth(id), Optional.empty());
        changes.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Change(now, truth(id)));
        accounts.remove(id);
    }

    /** The account as reads show it by now. */
    synchronized Optional<FakeAccount> shown(AccountId id) {
        Instant visible = now.minus(fault(FakeFault.Lag.class).map(FakeFault.Lag::delay).orElse(Duration.ZERO));
        for (Change change : changes.getOrDefault(id, List.of())) {
            if (change.at().isAfter(visible) && change.before().isPresent()) {
                return change.before();
            }
        }
        return truth(id);
    }

    synchronized List<FakeAccount> shown(Identity identity) {
        return changes.keySet().stream().sorted().flatMap(id -> shown(id).stream())
                .filter(account -> account.identity() == identity).toList();
    }

    synchronized int changeCount() {
        return changes.values().stream().mapToInt(List::size).sum();
    }

    /** The ids that changed after so many changes of each. */
    synchronized Set<AccountId> changedSince(Map<AccountId, Integer> counts) {
        Set<AccountId> changed = new TreeSet<>();
        changes.forEach((id, all) -> {
            if (all.size() > counts.getOrDefault(id, 0)) {
                changed.add(id);
            }
        });
        return changed;
    }

    synchronized Map<AccountId, Integer> changeCounts() {
        Map<AccountId, Integer> counts = new TreeMap<>();
        changes.forEach((id, all) -> counts.put(id, all.size()));
        return counts;
    }

    synchronized <T extends FakeFault> Optional<T> fault(Class<T> kind) {
        return faults.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
