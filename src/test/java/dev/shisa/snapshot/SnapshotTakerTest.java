package dev.shisa.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.text.Text;
import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.diag.RefusedException;
import dev.shisa.store.Disk;
import dev.shisa.tenant.Drain;
import dev.shisa.tenant.FakeFault;
import dev.shisa.tenant.FakeTenant;
import dev.shisa.tenant.ListingReport;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import dev.shisa.tenant.Viewpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTakerTest {
    @TempDir
    private Path folder;
    private int taken;
    private int chunk = 1 << 20;
    private final FakeTenant tenant = new FakeTenant();
    private final List<AccountId> people = tenant.addUsers("person", 120);

    @Test
    void aQuietTenantIsCompleteWithItsRecycleBinAndEverybodysRoles() throws TenantFailure {
        tenant.alter(people.get(3), a -> a.withRoles(Set.of("assigned:r")));
        tenant.alter(people.get(4), a -> a.withIdentity(Identity.SOFT_DELETED, Optional.of(tenant.now())));
        Snapshot snapshot = complete(tenant.reader());
        assertEquals(120, snapshot.accounts().size());
        assertEquals(new SnapshotManifest.Tally(119, 119, 119, 119), snapshot.manifest().active());
        assertEquals(new SnapshotManifest.Tally(1, 1, 1, 1), snapshot.manifest().deleted());
        assertEquals(Optional.of(Set.of("assigned:r")), roles(snapshot, 3));
        assertEquals(Optional.of(Set.of()), roles(snapshot, 5));
        assertEquals(1, snapshot.manifest().tries());
    }

    @Test
    void whatDoesNotFitIntoMemoryGivesTheSameSnapshot() throws TenantFailure {
        tenant.alter(people.get(3), a -> a.withRoles(Set.of("assigned:r")));
        tenant.alter(people.get(4), a -> a.withIdentity(Identity.SOFT_DELETED, Optional.of(tenant.now())));
        Snapshot inMemory = complete(tenant.reader());
        chunk = 2_000;
        TenantReader shuffled = overriding(tenant.reader(), "listActive", arguments -> {
            List<Observation> all = new ArrayList<>();
            ListingReport report = tenant.reader().listActive(all::add);
            Collections.shuffle(all, new Random(3));
            @SuppressWarnings("unchecked")
            Consumer<Observation> sink = (Consumer<Observation>) arguments[0];
            all.forEach(sink);
            return report;
        });
        assertEquals(inMemory.accounts(), complete(shuffled).accounts());
        tenant.misbehave(new FakeFault.ListedTwice());
        assertTrue(incomplete(tenant.reader()).reasons().getFirst().toString().contains("1 came twice"));
    }

    @Test
    void aListingThatStopsWithoutAWordIsNotComplete() throws TenantFailure {
        tenant.misbehave(new FakeFault.Truncated(100));
        List<String> reasons = incomplete(tenant.reader()).reasons().stream().map(Text::toString).toList();
        assertTrue(
                reasons.contains("The listing of active accounts gave exactly 100, where listings are known to stop; "
                        + "the service counted 120 before and 120 after."),
                reasons.toString());
        tenant.behave();
        tenant.misbehave(new FakeFault.Truncated(119));
        assertEquals(2, incomplete(tenant.reader()).reasons().size());
    }

    @Test
    void aSizeThatListingsStopAtIsFineWhenBothCountsSaySo() throws TenantFailure {
        for (AccountId id : people.subList(100, 120)) {
            tenant.alter(id, a -> a.withIdentity(Identity.SOFT_DELETED, Optional.of(tenant.now())));
        }
        assertEquals(100, complete(tenant.reader()).manifest().active().kept());
    }

    @Test
    void warningsAndRepetitionsAreNotComplete() throws TenantFailure {
        tenant.misbehave(new FakeFault.Warned("there are more results"));
        assertTrue(incomplete(tenant.reader()).reasons().getFirst().toString().contains("there are more results"));
        tenant.behave();
        tenant.misbehave(new FakeFault.ListedTwice());
        assertTrue(incomplete(tenant.reader()).reasons().getFirst().toString().contains("1 came twice"));
    }

    @Test
    void aReaderThatMayNotSeeEverybodyIsRefusedAtOnce() throws TenantFailure {
        Taken.Incomplete incomplete = incomplete(with("viewpoint",
                () -> new Viewpoint("a", new TreeSet<>(Set.of("User.ReadBasic.All")), false)));
        assertEquals(1, incomplete.tries());
        assertTrue(incomplete.reasons().getFirst().toString().contains("User.ReadBasic.All"));
    }

    @Test
    void whoComesAndGoesWhileWeLookIsReadAgain() throws TenantFailure {
        AtomicInteger once = new AtomicInteger();
        Snapshot snapshot = complete(whileListing(() -> {
            if (once.getAndIncrement() == 0) {
                tenant.addUser("joiner");
                tenant.alter(people.getFirst(), a -> a.withIdentity(Identity.SOFT_DELETED, Optional.of(tenant.now())));
            }
            return null;
        }));
        assertEquals(1, snapshot.manifest().tries());
        assertEquals(120, snapshot.accounts().values().stream().filter(Observation::isActive).count());
        assertTrue(named(snapshot, "joiner@sgu.example").isActive());
        assertFalse(named(snapshot, "person1@sgu.example").isActive());
        assertEquals(121, snapshot.accounts().size());
    }

    @Test
    void whatPartsLeaveInDoubtIsListedPageByPage() throws TenantFailure {
        tenant.addUsers("many", (int) Sweep.WORTH_PARTS);
        AtomicInteger parted = new AtomicInteger();
        TenantReader gappy = (TenantReader) Proxy.newProxyInstance(TenantReader.class.getClassLoader(),
                new Class<?>[]{TenantReader.class}, (_, called, arguments) -> {
                    if (called.getName().equals("listActiveInParts")) {
                        parted.incrementAndGet();
                        AtomicInteger row = new AtomicInteger();
                        @SuppressWarnings("unchecked")
                        Consumer<Observation> sink = (Consumer<Observation>) arguments[0];
                        return tenant.reader().listActive(account -> {
                            if (row.getAndIncrement() != 7) {
                                sink.accept(account);
                            }
                        });
                    }
                    return called.invoke(tenant.reader(), arguments);
                });
        Snapshot snapshot = complete(gappy);
        assertEquals(1, parted.get());
        assertEquals(2, snapshot.manifest().tries());
        assertEquals(Sweep.WORTH_PARTS + 120, snapshot.accounts().size());
    }

    @Test
    void aChangeThatNobodyTellsOfMakesItTryAgain() throws TenantFailure {
        AtomicInteger tries = new AtomicInteger();
        TenantReader silent = with("drain", () -> new Drain(Set.of(), Set.of()));
        Taken taken = take(overriding(silent, "listActive", (arguments) -> {
            ListingReport report = list(arguments);
            if (tries.getAndIncrement() == 0) {
                tenant.addUser("unheard");
            }
            return report;
        }));
        assertEquals(2, assertInstanceOf(Taken.Complete.class, taken).snapshot().manifest().tries());
    }

    @Test
    void aListingThatLagsIsNotTakenForTheTruth() throws TenantFailure {
        complete(tenant.reader());
        tenant.pass(Duration.ofHours(1));
        tenant.misbehave(new FakeFault.Lag(Duration.ofMinutes(1)));
        assertEquals(120, complete(tenant.reader()).manifest().active().kept());
    }

    @Test
    void twoSnapshotsOfAQuietTenantDoNotDiffer() throws TenantFailure {
        Snapshot before = complete(tenant.reader());
        tenant.pass(Duration.ofDays(1));
        assertEquals(List.of(), differences(before, complete(tenant.reader())));
        tenant.alter(people.getFirst(), a -> a.withEnabled(false));
        tenant.alter(people.get(1), a -> a.withIdentity(Identity.SOFT_DELETED, Optional.of(tenant.now())));
        tenant.addUser("joiner");
        List<Difference> differences = differences(before, complete(tenant.reader()));
        assertEquals(3, differences.size());
        assertEquals(Facet.ENABLED, assertInstanceOf(Difference.Changed.class, differences.getFirst()).facet());
        assertEquals(Facet.IDENTITY, assertInstanceOf(Difference.Changed.class, differences.get(1)).facet());
        assertInstanceOf(Difference.Added.class, differences.get(2));
    }

    private List<Difference> differences(Snapshot earlier, Snapshot later) {
        List<Difference> differences = new ArrayList<>();
        try {
            long told = SnapshotComparison.compare(folder.resolve(earlier.manifest().id()),
                    folder.resolve(later.manifest().id()), Disk.real(), differences::add);
            assertEquals(told, differences.size());
        } catch (IOException | RefusedException e) {
            throw new AssertionError(e);
        }
        return differences;
    }

    private static Observation named(Snapshot snapshot, String name) {
        return snapshot.accounts().values().stream().filter(account -> account.name().equals(name)).findFirst()
                .orElseThrow();
    }

    private Optional<Set<String>> roles(Snapshot snapshot, int person) {
        Observation account = Optional.ofNullable(snapshot.accounts().get(people.get(person))).orElseThrow();
        return account.value(Facet.ROLES, Roles.class).map(Roles::roles);
    }

    private Taken take(TenantReader reader) throws TenantFailure {
        try {
            return SnapshotTaker.take(reader, "s-" + ++taken, folder, Disk.real(), Headway.untold(), chunk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Snapshot complete(TenantReader reader) throws TenantFailure {
        return assertInstanceOf(Taken.Complete.class, take(reader)).snapshot();
    }

    private Taken.Incomplete incomplete(TenantReader reader) throws TenantFailure {
        return assertInstanceOf(Taken.Incomplete.class, take(reader));
    }

    private ListingReport list(Object[] arguments) throws TenantFailure {
        @SuppressWarnings("unchecked")
        Consumer<Observation> sink = (Consumer<Observation>) arguments[0];
        return tenant.reader().listActive(sink);
    }

    private TenantReader whileListing(Callable<?> happens) {
        return overriding(tenant.reader(), "listActive", arguments -> {
            ListingReport report = list(arguments);
            happens.call();
            return report;
        });
    }

    private TenantReader with(String method, Callable<?> answer) {
        return overriding(tenant.reader(), method, _ -> answer.call());
    }

    /** Answers one method of the port differently, a listing in whichever way it is asked for. */
    private interface Answer {
        Object to(Object[] arguments) throws Exception;
    }

    private static TenantReader overriding(TenantReader reader, String method, Answer answer) {
        return (TenantReader) Proxy.newProxyInstance(TenantReader.class.getClassLoader(),
                new Class<?>[]{TenantReader.class},
                (_, called, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    if (called.getName().equals(method) || called.getName().equals(method + "InParts")) {
                        return answer.to(given);
                    }
                    try {
                        return called.invoke(reader, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }
}
