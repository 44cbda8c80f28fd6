package dev.shisa.bench;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.Observation;
import dev.shisa.account.ObservationLine;
import dev.shisa.account.RandomObservations;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.CatalogLoader;
import dev.shisa.catalog.Contract;
import dev.shisa.catalog.LoadedCatalog;
import dev.shisa.diag.RefusedException;
import dev.shisa.journal.Entry;
import dev.shisa.journal.Journal;
import dev.shisa.judge.Attribution;
import dev.shisa.judge.Baseline;
import dev.shisa.judge.Judge;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Scene;
import dev.shisa.lint.CmdletTable;
import dev.shisa.lint.FileReport;
import dev.shisa.lint.Linter;
import dev.shisa.operation.Archive;
import dev.shisa.operation.Connection;
import dev.shisa.operation.Draft;
import dev.shisa.operation.Settlement;
import dev.shisa.operation.Terms;
import dev.shisa.policy.Verdict;
import dev.shisa.snapshot.Headway;
import dev.shisa.snapshot.SnapshotComparison;
import dev.shisa.snapshot.SnapshotTaker;
import dev.shisa.store.Disk;
import dev.shisa.store.Store;
import dev.shisa.tenant.FakeTenant;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What is done once for each account, each record or each script, in microseconds of one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class InnerLoops {
    private static final int ACCOUNTS = 1_000;
    private static final String SCRIPT = """
            Get-Mailbox -ResultSize 1000 | Where-Object { $_.Department -eq 'Alumni' } | ForEach-Object {
                Remove-Mailbox -Identity $_.Alias -Confirm:$false
            }
            """;
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Map<AccountId, Observation> before = new TreeMap<>();
    private final Map<AccountId, Observation> after = new TreeMap<>();
    private byte[] line = new byte[0];
    private Path folder = Path.of("");
    private @Nullable Journal journal;
    private byte[] script = new byte[0];
    private @Nullable Linter linter;
    private @Nullable Planned planned;

    private record Planned(Draft draft, Connection connection, Archive archive, Catalog catalog) {
    }

    /** Makes what is worked on. */
    @Setup
    public void prepare() throws IOException, TenantFailure {
        folder = Files.createTempDirectory("inner-loops");
        RandomObservations random = new RandomObservations(7);
        for (int i = 0; i < ACCOUNTS; i++) {
            Observation account = random.next();
            before.put(account.id(), account);
            after.put(account.id(), later(account));
            line = ObservationLine.write(account);
        }
        for (int day = 1; day <= 2; day++) {
            SnapshotTaker.take(CompareLoad.reader(10 * ACCOUNTS, day), "day-" + day, folder, Disk.real(),
                    Headway.untold());
        }
        journal = Journal.create(folder.resolve("journal"));
        script = SCRIPT.getBytes(StandardCharsets.UTF_8);
        linter = new Linter(CmdletTable.shipped(), LocalDate.of(2026, 11, 20));
        FakeTenant tenant = new FakeTenant();
        tenant.addUsers("u", ACCOUNTS);
        Archive archive = new Archive(Store.open(folder.resolve("store")), Set.of());
        Catalog catalog = ((LoadedCatalog.Loaded) CatalogLoader.shipped()).catalog();
        Connection connection = new Connection(tenant, tenant.reader().identify(), PolicyLoad.production(),
                PolicyLoad.book(catalog));
        planned = new Planned(PolicyLoad.draft(tenant, connection, archive, catalog), connection, archive, catalog);
    }

    /** Leaves nothing behind. */
    @TearDown
    public void close() throws IOException {
        Objects.requireNonNull(journal).close();
        Leftovers.delete(folder);
    }

    private static Observation later(Observation account) {
        Map<Facet, Reading> readings = new EnumMap<>(Facet.class);
        account.readings().forEach((facet, reading) -> readings.put(facet,
                reading instanceof Reading.Seen seen ? new Reading.Seen(seen.seen(), seen.source(), NOON) : reading));
        return new Observation(account.id(), account.traits(), readings);
    }

    /** One account that did not change. */
    @Benchmark
    @OperationsPerInvocation(ACCOUNTS)
    public Judgement judge() {
        return Judge.judge(new Scene(new Contract(List.of()), Map.of(), before, after, NOON,
                EnumSet.allOf(Facet.class), Baseline.still(), Attribution.Lookup.notAsked()));
    }

    /** One account of two snapshots on disk, of which one in a thousand changed. */
    @Benchmark
    @OperationsPerInvocation(10 * ACCOUNTS)
    public long differ() throws IOException, RefusedException {
        AtomicLong differences = new AtomicLong();
        SnapshotComparison.compare(folder.resolve("day-1"), folder.resolve("day-2"), Disk.real(),
                _ -> differences.incrementAndGet());
        return differences.get();
    }

    /** One record, not forced. */
    @Benchmark
    public long append() throws IOException {
        Journal open = Objects.requireNonNull(journal);
        open.append(new Entry.Accepted(NOON, before.keySet().iterator().next(), 204));
        return 1;
    }

    /** One account from its line. */
    @Benchmark
    public Observation readLine() {
        return ObservationLine.read(line, 0, line.length);
    }

    /** One target among a thousand, by all shipped policies. */
    @Benchmark
    @OperationsPerInvocation(ACCOUNTS)
    public Verdict policies() throws RefusedException, IOException, TenantFailure {
        Planned all = Objects.requireNonNull(planned);
        return Settlement.preview(all.draft(), Terms.none(), all.connection(), all.archive(), all.catalog());
    }

    /** A script of three lines that removes mailboxes. */
    @Benchmark
    public FileReport lint() {
        return Objects.requireNonNull(linter).lint("script.ps1", script);
    }
}
