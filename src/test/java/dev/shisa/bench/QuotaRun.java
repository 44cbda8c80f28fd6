package dev.shisa.bench;

import dev.shisa.sandbox.SandboxRefused;
import dev.shisa.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A run of as many removals as the founding job has, in a tenant that throttles by the documented quotas: its time, gates included, beside the time that the
 * quota of writes implies, and the share of requests that were throttled.
 */
final class QuotaRun {
    private static final int TARGETS = 7_331;
    private static final int WRITES = 3_000;
    private static final int SECONDS = 150;

    private QuotaRun() {
    }

    public static void main(String[] arguments) throws IOException, SandboxRefused {
        Settings settings = Settings.read(arguments, Set.of("scale", "runs"), Set.of("unpinned"));
        int scale = settings.number("scale", 10);
        int runs = settings.number("runs", 3);
        List<Double> rate = new ArrayList<>();
        List<Double> least = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        System.out.printf(Locale.ROOT, "%3s %7s %10s %9s %9s %9s %10s %10s%n", "run", "writes", "command s", "waves s",
                "rate s", "least s", "requests", "throttled");
        for (int run = 1; run <= runs; run++) {
            Row row = play(scale, settings.has("unpinned"));
            int writes = row.times.calls().size();
            double atRate = (double) writes * SECONDS / WRITES;
            int windows = (writes - 1) / (WRITES / scale);
            double atLeast = windows * (double) SECONDS / scale;
            double waves = row.times.run().toNanos() / 1e9;
            System.out.printf(Locale.ROOT, "%3d %7d %10.1f %9.1f %9.1f %9.1f %10d %10d%n", run, writes,
                    row.command.toNanos() / 1e9, waves, atRate, atLeast, row.requests, row.throttled);
            rate.add(waves / atRate);
            least.add(waves / atLeast);
            shares.add(100.0 * row.throttled / row.requests);
        }
        System.out.println("time / writes at the rate of the quota: " + Writes.spread(rate));
        System.out.println("time / the least that its windows allow, nothing but writes: " + Writes.spread(least));
        System.out.println("throttled requests in percent: " + Writes.spread(shares));
        System.out.printf(Locale.ROOT,
                "time / time at the rate of the quota %.3f (<= 1.05), throttled %.3f %% (< 1 %%)%n",
                Writes.median(rate), Writes.median(shares));
        System.exit(Writes.median(rate) <= 1.05 && Writes.median(shares) < 1 ? 0 : 1);
    }

    private record Row(WriteTimes times, Duration command, long requests, long throttled) {
    }

    private static Row play(int scale, boolean unpinned) throws IOException, SandboxRefused {
        try (BenchTenant tenant = BenchTenant.spawn("sgu", List.of("-Xmx512m"))) {
            Targets chosen = Targets.of(tenant, tenant.accounts(), TARGETS / scale);
            tenant.faults("[{\"condition\":\"quota\",\"decimal\":true,\"writes\":{\"limit\":" + WRITES / scale
                    + ",\"per\":\"PT" + SECONDS / scale + "S\"}}]").ifPresent(sentence -> {
                        throw new IllegalStateException(sentence);
                    });
            long before = tenant.last();
            Terminal terminal = tenant.terminal();
            Map<String, String> environment = unpinned ? Map.of() : Map.of("SHISA_SITE", site(tenant.folder(), scale));
            long begin = System.nanoTime();
            Terminal.Ended ended = terminal.typeWith(environment, "mailbox", "remove", "--from",
                    terminal.listed(chosen.names()).toString(), "--keep-identity", "--execute", "--confirm",
                    chosen.ids().size() + "@sgu.example", "--accept-loss", "licences,mailbox");
            Duration command = Duration.ofNanos(System.nanoTime() - begin);
            ended.lines().stream().filter(line -> line.path("message").asString("").startsWith("waiting "))
                    .map(line -> line.path("message").asString().replaceFirst("waiting [0-9.]+ s", "waiting"))
                    .distinct().forEach(System.out::println);
            if (ended.code() != 0) {
                throw new IOException("the run ended with " + ended.code() + ": " + ended.result() + ended.errors());
            }
            List<JsonNode> requests = tenant.requests(before);
            return new Row(WriteTimes.of(terminal.entries(ended.run().orElseThrow())), command, requests.size(),
                    requests.stream().filter(request -> request.path("status").asInt() == 429).count());
        }
    }

    /** The sandbox's own bundle, with the quota pinned as that of a real tenant is known. */
    private static String site(Path folder, int scale) throws IOException {
        Path bundle = Files.createDirectories(folder.resolve("site"));
        Files.writeString(bundle.resolve("site.yaml"), """
                format_version: "1.0"
                tenants:
                  - tenant_id: %s
                    kind: sandbox
                    limits: {quota: {writes: %d, seconds: %d}}
                """.formatted(Site.SANDBOX_TENANT, WRITES / scale, SECONDS / scale));
        return bundle.toString();
    }
}
