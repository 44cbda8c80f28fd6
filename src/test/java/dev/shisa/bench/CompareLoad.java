package dev.shisa.bench;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.Licence;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.account.Traits;
import dev.shisa.snapshot.Headway;
import dev.shisa.snapshot.SnapshotComparison;
import dev.shisa.snapshot.SnapshotTaker;
import dev.shisa.store.Disk;
import dev.shisa.tenant.Drain;
import dev.shisa.tenant.ListingReport;
import dev.shisa.tenant.TenantIdentity;
import dev.shisa.tenant.TenantReader;
import dev.shisa.tenant.Viewpoint;
import io.airlift.compress.v3.zstd.ZstdDecompressor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Measures what comparing two snapshots of a large tenant takes, in a process with little memory, beside decompressing both. In one of a thousand
 * accounts something differs. Each is timed inside a process of its own, with a virtual machine that has compiled nothing yet.
 */
final class CompareLoad {
    private CompareLoad() {
    }

    /** Measures; the last line is the time of the comparison as a multiple of that of the decompression. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            once(arguments[0], Path.of(arguments[1]));
            return;
        }
        Settings settings = Settings.read(arguments, Set.of("accounts", "runs"), Set.of());
        int accounts = settings.number("accounts", 1_000_000);
        Path store = Files.createTempDirectory("shisa-compare");
        try {
            measure(store, accounts, settings.number("runs", 3));
        } finally {
            Leftovers.delete(store);
        }
    }

    private static void measure(Path store, int accounts, int runs) throws Exception {
        Path folder = store.resolve("snapshots");
        for (int day = 1; day <= 2; day++) {
            long start = System.nanoTime();
            SnapshotTaker.take(reader(accounts, day), "day-" + day, folder, Disk.real(), Headway.untold());
            System.out.printf(Locale.ROOT, "a snapshot of %d accounts: %d ms, %d bytes%n", accounts,
                    (System.nanoTime() - start) / 1_000_000,
                    Files.size(folder.resolve("day-" + day).resolve("accounts.jsonl.zst")));
        }
        Measured measured = new Measured();
        for (int run = 1; run <= runs; run++) {
            measured.note("decompressing both", inProcess("decompress", folder));
            measured.note("comparing", inProcess("compare", folder));
            measured.note("snapshot diff, with its start", Child.time(List.of("-cp", "target/classes:target/lib/*",
                    "dev.shisa.cli.Main", "snapshot", "diff", "day-1", "day-2", "--store", store.toString(), "-o",
                    "json"),
                    store));
        }
        measured.show();
        System.out.printf(Locale.ROOT, "comparing two snapshots takes %.2f times as long as decompressing both%n",
                measured.ratio("comparing", "decompressing both"));
    }

    private static long inProcess(String what, Path folder) throws IOException {
        return Long.parseLong(Child.lastLine(List.of("-cp", "target/test-classes:target/classes:target/lib/*",
                "dev.shisa.bench.CompareLoad", what, folder.toString()), folder));
    }

    private static void once(String what, Path folder) throws Exception {
        AtomicLong count = new AtomicLong();
        long start = System.nanoTime();
        if (what.equals("compare")) {
            SnapshotComparison.compare(folder.resolve("day-1"), folder.resolve("day-2"), Disk.real(),
                    _ -> count.incrementAndGet());
        } else {
            count.addAndGet(decompressed(folder.resolve("day-1")) + decompressed(folder.resolve("day-2")));
        }
        long took = (System.nanoTime() - start) / 1_000_000;
        System.out.println(count);
        System.out.println(took);
    }

    private static long decompressed(Path snapshot) throws IOException {
        ZstdDecompressor decompressor = ZstdDecompressor.create();
        long bytes = 0;
        byte[] plain = new byte[1 << 20];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(snapshot.resolve("accounts.jsonl.zst")),
                1 << 16)) {
            for (byte[] header = in.readNBytes(16); header.length == 16; header = in.readNBytes(16)) {
                byte[] frame = in.readNBytes(ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(8));
                bytes += decompressor.decompress(frame, 0, frame.length, plain, 0, plain.length);
            }
        }
        return bytes;
    }

    /** A tenant that is nowhere but in this listing. */
    static TenantReader reader(int accounts, int day) {
        Instant now = Instant.parse("2026-11-20T08:00:00Z").plusSeconds(86_400L * day);
        return (TenantReader) Proxy.newProxyInstance(TenantReader.class.getClassLoader(),
                new Class<?>[]{TenantReader.class}, (_, method, given) -> switch (method.getName()) {
                    case "viewpoint" -> new Viewpoint("bench", new TreeSet<>(Set.of("User.Read.All")), true);
                    case "identify" -> new TenantIdentity("bench", "contoso.example", now);
                    case "deltaCursor" -> "";
                    case "countActive" -> (long) accounts;
                    case "countDeleted" -> 0L;
                    case "drain" -> new Drain(Set.of(), Set.of());
                    case "roles" -> Map.of();
                    case "listDeleted" -> new ListingReport(1, 0, 0, true, List.of());
                    case "listActive", "listActiveInParts" -> {
                        @SuppressWarnings("unchecked")
                        Consumer<Observation> sink = (Consumer<Observation>) given[0];
                        for (int i = 0; i < accounts; i++) {
                            sink.accept(account(i, day, now));
                        }
                        yield new ListingReport(accounts / 999 + 1, accounts, 999, true, List.of());
                    }
                    default -> throw new IllegalStateException(method.getName());
                });
    }

    private static Observation account(int number, int day, Instant now) {
        String name = "user" + number + "@contoso.example";
        boolean enabled = day == 1 || number % 1000 != 0;
        List<FacetValue> values = List.of(FacetValue.Identity.ACTIVE, new FacetValue.Enabled(enabled),
                FacetValue.Licences.of(List.of(Licence.direct("6fd2c87f-b296-42f0-b197-1e91e994b900", List.of(),
                        List.of("efb87545-963c-4e0d-99df-69c6916d9eb0")))),
                new FacetValue.Addresses(name, name, new TreeSet<>(Set.of("SMTP:" + name))),
                new FacetValue.Password(Optional.of(Instant.EPOCH.plusSeconds(number))),
                new FacetValue.Profile(new UUID(number * 0x9E3779B97F4A7C15L, number).toString()));
        Map<Facet, Reading> readings = new EnumMap<>(Facet.class);
        values.forEach(value -> readings.put(value.facet(), new Reading.Seen(value, "graph:user", now)));
        // Version and variant as an object id has them; the order is not that of the listing.
        UUID id = new UUID((number * 0x9E3779B97F4A7C15L & ~0xF000L) | 0x4000L, 0x8000000000000000L | number);
        return new Observation(new AccountId(id.toString()), Optional.of(new Traits(name, "Aoi Tanaka " + number,
                Traits.Kind.MEMBER, false, false, Optional.empty(), Set.of())), readings);
    }
}
