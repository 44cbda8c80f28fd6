package dev.shisa.cli;

import dev.shisa.text.Text;
import dev.shisa.journal.Entry;
import dev.shisa.journal.RunStatus;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.evidence.Evidence;
import dev.shisa.operation.Archive;
import dev.shisa.operation.RunSummary;
import dev.shisa.sandbox.ClockMode;
import dev.shisa.sandbox.SandboxRefused;
import dev.shisa.sandbox.SandboxServer;
import dev.shisa.sandbox.SandboxSettings;
import dev.shisa.sandbox.Seed;
import dev.shisa.sandbox.fault.Faults;
import dev.shisa.sandbox.fault.FaultsRefused;
import dev.shisa.sandbox.life.LifeRefused;
import dev.shisa.sandbox.life.LifeSettings;
import dev.shisa.site.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The sandbox tenant: served for other clients, started afresh, listed. */
final class SandboxCommands {
    private SandboxCommands() {
    }

    /** Serves one until the process is told to end. */
    @Command(name = "serve", description = "Serve a sandbox tenant on the loopback interface until the process ends.")
    static final class Serve implements BuiltIn {
        @Option(names = "--seed", paramLabel = "SEED", defaultValue = "sgu", description = "small, sgu or synthetic:N.")
        private String seed = "sgu";

        @Option(names = "--port", paramLabel = "P", defaultValue = "0", description = "0: any free port.")
        private int port;

        @Option(names = "--state", paramLabel = "DIR", description = "Where changes are kept; without it they end with the process.")
        private @Nullable Path state;

        @Option(names = "--faults", paramLabel = "FILE", description = "Faults, as YAML or JSON.")
        private @Nullable Path faults;

        @Option(names = "--life", paramLabel = "FILE", description = "What happens in the tenant by itself, as YAML or JSON.")
        private @Nullable Path life;

        @Option(names = "--clock", paramLabel = "CLOCK", defaultValue = "real", description = "real or simulated.")
        private String clock = "real";

        @Option(names = "--plain", description = "A plain-http port besides.")
        private boolean plain;

        @Override
        public int run(Desk desk) {
            SandboxSettings settings;
            try {
                settings = settings(desk);
            } catch (RefusedException e) {
                return desk.refuse("sandbox serve", e.diagnostics());
            }
            desk.listen();
            try {
                SandboxServer server = SandboxServer.start(settings);
                Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
                desk.out().println(server.descriptor().toJson());
                desk.out().flush();
                try {
                    new CountDownLatch(1).await();
                    return ExitStatus.DONE.code();
                } finally {
                    // Within a shell the process goes on.
                    server.close();
                }
            } catch (SandboxRefused e) {
                return desk.refuse("sandbox serve",
                        List.of(Diagnostic.refusal(ExitStatus.STORE,
                                Text.of("The sandbox tenant cannot be served: {0}", String.valueOf(e.getMessage())))));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return ExitStatus.INTERRUPTED.code();
            }
        }

        private SandboxSettings settings(Desk desk) throws RefusedException {
            ClockMode mode = ClockMode.parse(clock)
                    .orElseThrow(
                            () -> usage(Text.of("There is no clock {0}.", clock), Text.of("Use real or simulated.")));
            SandboxSettings settings = SandboxSettings
                    .of(seed(seed), desk.options().environment().stateFolder().resolve("sandboxes"))
                    .withPort(port).withClock(mode).withFaults(faults(text(faults)));
            Path living = life;
            SandboxSettings alive = living == null ? settings : settings.withLife(life(text(living)));
            Path folder = state;
            SandboxSettings kept = folder == null ? alive : alive.withState(folder);
            return plain ? kept.withPlain() : kept;
        }
    }

    /** Starts the embedded one afresh. */
    @Command(name = "reset", description = "Start the embedded sandbox tenant afresh. Its open runs end as closed, its evidence is gone.")
    static final class Reset implements BuiltIn {
        @Option(names = "--seed", paramLabel = "SEED", defaultValue = "sgu", description = "small, sgu or synthetic:N.")
        private String seed = "sgu";

        @Option(names = "--faults", paramLabel = "FILE", description = "Faults, as YAML or JSON.")
        private @Nullable Path faults;

        @Option(names = "--life", paramLabel = "FILE", description = "What happens in the tenant by itself, as YAML or JSON.")
        private @Nullable Path life;

        @Override
        public int run(Desk desk) {
            return desk.carryOut("sandbox reset", session -> {
                seed(seed);
                String text = text(faults);
                faults(text);
                Path living = life;
                Optional<String> lived = living == null ? Optional.empty() : Optional.of(text(living));
                if (lived.isPresent()) {
                    life(lived.get());
                }
                session.lock(Site.SANDBOX_TENANT, "sandbox reset");
                Archive archive = session.archive();
                EmbeddedSandbox.reset(session.store(), seed, text, lived);
                for (RunSummary run : archive.runs()) {
                    if (run.tenantId().equals(Site.SANDBOX_TENANT) && (run.status().isOpen() || run.isProvisional())) {
                        archive.end(run.run(), new Entry.Closed(session.timer().now(), RunStatus.CLOSED,
                                Optional.of("the sandbox tenant starts afresh")));
                    }
                }
                for (Evidence evidence : archive.evidence()) {
                    if (evidence.key().tenantId().equals(Site.SANDBOX_TENANT)) {
                        archive.discard(evidence.key());
                    }
                }
                session.view().note(Text.of("The embedded sandbox tenant starts afresh from seed {0}.", seed));
                return session.outcome();
            });
        }
    }

    /** Lists the served ones. */
    @Command(name = "list", description = "Sandbox tenants that are served on this machine by this user.")
    static final class ListServed implements BuiltIn {
        @Override
        public int run(Desk desk) {
            return desk.carryOut("sandbox list", session -> {
                Path folder = desk.options().environment().stateFolder().resolve("sandboxes");
                if (Files.isDirectory(folder)) {
                    List<String> ports;
                    try (Stream<Path> entries = Files.list(folder)) {
                        ports = entries.map(entry -> String.valueOf(entry.getFileName()))
                                .filter(name -> name.endsWith(".json")).sorted()
                                .toList();
                    }
                    ports.forEach(name -> new Rows().with("address", "https://127.0.0.1:" + name.replace(".json", ""))
                            .show(session.view(),
                                    "sandbox"));
                }
                return session.outcome();
            });
        }
    }

    private static Seed seed(String text) throws RefusedException {
        try {
            return Seed.parse(text);
        } catch (IllegalArgumentException e) {
            throw usage(Text.of("There is no seed {0}: {1}", text, String.valueOf(e.getMessage())),
                    Text.of("Use small, sgu or synthetic:N."));
        }
    }

    private static Faults faults(String text) throws RefusedException {
        try {
            return Faults.parse(text);
        } catch (FaultsRefused e) {
            throw usage(Text.of("The faults cannot be used: {0}", String.valueOf(e.getMessage())),
                    Text.of("Mend the file."));
        }
    }

    private static LifeSettings life(String text) throws RefusedException {
        try {
            return LifeSettings.parse(text);
        } catch (LifeRefused e) {
            throw usage(Text.of("The life file cannot be used: {0}.", String.valueOf(e.getMessage())),
                    Text.of("Mend the file."));
        }
    }

    private static String text(@Nullable Path file) throws RefusedException {
        if (file == null) {
            return "[]";
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw usage(Text.of("{0} cannot be read: {1}", file, String.valueOf(e.getMessage())),
                    Text.of("Name a file that can be read."));
        }
    }

    private static RefusedException usage(Text summary, Text remedy) {
        return new RefusedException(Diagnostic.refusal(ExitStatus.USAGE, summary).remedy(remedy));
    }
}
