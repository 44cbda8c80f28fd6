package dev.shisa.bench;

import dev.shisa.sandbox.SandboxRefused;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How long a run writes, beside the bare round trips of the same requests at the same concurrency and beside the SDK one request after the other. */
final class Writes {
    private static final int CONCURRENCY = 8;

    private Writes() {
    }

    public static void main(String[] arguments) throws IOException, SandboxRefused, InterruptedException {
        Settings settings = Settings.read(arguments, Set.of("targets", "seed", "runs", "delay"),
                Set.of("without-sdk"));
        int runs = settings.number("runs", 3);
        List<Double> writing = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        List<Double> sdk = new ArrayList<>();
        System.out.printf(Locale.ROOT, "%3s %8s %6s %10s %10s %10s %10s %10s%n", "run", "writes", "waves", "command s",
                "waves s", "writing s", "bare s", "SDK s");
        for (int run = 1; run <= runs; run++) {
            Row row = play(settings);
            System.out.printf(Locale.ROOT, "%3d %8d %6d %10.2f %10.2f %10.2f %10.2f %10s%n", run,
                    row.times.calls().size(), row.times.waves(), seconds(row.command), seconds(row.times.run()),
                    seconds(row.times.writing()), seconds(row.bare),
                    row.sdk.map(time -> String.format(Locale.ROOT, "%.2f", seconds(time))).orElse("-"));
            writing.add(seconds(row.times.writing()) / seconds(row.bare));
            whole.add(seconds(row.command) / seconds(row.bare));
            row.sdk.ifPresent(time -> sdk.add(seconds(time) / seconds(row.command)));
        }
        System.out.println("the whole command / the bare round trips: " + spread(whole));
        if (!sdk.isEmpty()) {
            System.out.println("the SDK, one after the other / the whole command: " + spread(sdk));
        }
        System.out.println("writing / the bare round trips at the same concurrency: " + spread(writing));
        System.exit(0);
    }

    private record Row(WriteTimes times, Duration command, Duration bare, Optional<Duration> sdk) {
    }

    private static Row play(Settings settings) throws IOException, SandboxRefused, InterruptedException {
        String seed = settings.text("seed").orElse("sgu");
        WriteTimes times;
        Duration command;
        try (BenchTenant tenant = slow(seed, settings)) {
            Targets chosen = Targets.of(tenant, tenant.accounts(), settings.number("targets", 700));
            String domain = chosen.names().getFirst().replaceFirst(".*@", "");
            Terminal terminal = tenant.terminal();
            long begin = System.nanoTime();
            Terminal.Ended ended = terminal.type("mailbox", "remove", "--from",
                    terminal.listed(chosen.names()).toString(), "--keep-identity", "--execute", "--confirm",
                    chosen.ids().size() + "@" + domain, "--accept-loss", "licences,mailbox");
            command = Duration.ofNanos(System.nanoTime() - begin);
            if (ended.code() != 0) {
                throw new IOException("the run ended with " + ended.code() + ": " + ended.result() + ended.errors());
            }
            times = WriteTimes.of(terminal.entries(ended.run().orElseThrow()));
        }
        Duration bare;
        try (BenchTenant tenant = slow(seed, settings)) {
            bare = new BareWrites(tenant).atOnce(times.calls(), CONCURRENCY);
        }
        Optional<Duration> sdk = Optional.empty();
        if (!settings.has("without-sdk")) {
            try (BenchTenant tenant = slow(seed, settings)) {
                sdk = Optional.of(new BareWrites(tenant).bySdk(times.calls()));
            }
        }
        return new Row(times, command, bare, sdk);
    }

    private static BenchTenant slow(String seed, Settings settings) throws IOException {
        BenchTenant tenant = BenchTenant.spawn(seed, List.of("-Xmx512m"));
        settings.text("delay").ifPresent(delay -> tenant.faults("[{\"match\":{\"method\":\"POST\","
                + "\"path\":\"/users/*/assignLicense\"},\"effect\":{\"delay\":\"PT" + Double.parseDouble(delay) / 1000
                + "S\"}}]").ifPresent(sentence -> {
                    throw new IllegalStateException(sentence);
                }));
        return tenant;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Least, median and most. */
    static String spread(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(Locale.ROOT, "%.2f / %.2f / %.2f (least, median, most of %d)", sorted[0],
                sorted[sorted.length / 2], sorted[sorted.length - 1], sorted.length);
    }
}
