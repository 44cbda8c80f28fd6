package dev.shisa.cli;

import dev.shisa.text.Text;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.sandbox.SandboxRefused;
import dev.shisa.sandbox.SandboxServer;
import dev.shisa.sandbox.SandboxSettings;
import dev.shisa.sandbox.Seed;
import dev.shisa.sandbox.fault.Faults;
import dev.shisa.sandbox.fault.FaultsRefused;
import dev.shisa.sandbox.life.LifeRefused;
import dev.shisa.sandbox.life.LifeSettings;
import dev.shisa.store.SealedObject;
import dev.shisa.store.Store;
import dev.shisa.store.TenantLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sandbox tenant whose state lies in the store. The first process that needs it serves it; a second one at the same time talks to the
 * first one's server. The state belongs to the server and is on disk before a change is answered, so it outlives the death of either.
 */
final class EmbeddedSandbox implements AutoCloseable {
    private static final String DEFAULT_SEED = "sgu";

    private final String descriptor;
    private final Optional<SandboxServer> server;
    private final Optional<TenantLock> lock;

    private EmbeddedSandbox(String descriptor, Optional<SandboxServer> server, Optional<TenantLock> lock) {
        this.descriptor = descriptor;
        this.server = server;
        this.lock = lock;
    }

    /** Serves the embedded tenant, or finds who does. */
    static EmbeddedSandbox open(Store store, Environment environment) throws RefusedException, IOException {
        Path folder = store.folder("sandbox");
        Optional<TenantLock> lock = TenantLock.tryAcquire(folder.resolve("lock"),
                "process " + ProcessHandle.current().pid(), store.disk());
        Path descriptor = folder.resolve("descriptor.json");
        if (lock.isEmpty()) {
            byte[] ready = store.read(descriptor).orElseThrow(() -> new IOException(descriptor + " is gone"));
            return new EmbeddedSandbox(new String(ready, StandardCharsets.UTF_8), Optional.empty(), Optional.empty());
        }
        try {
            SandboxServer server = SandboxServer.start(settings(store, folder, environment));
            String ready = server.descriptor().toJson();
            store.write(descriptor, ready.getBytes(StandardCharsets.UTF_8));
            return new EmbeddedSandbox(ready, Optional.of(server), lock);
        } catch (SandboxRefused | FaultsRefused | LifeRefused | IOException e) {
            lock.get().close();
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.UNREACHABLE,
                            Text.of("The embedded sandbox tenant cannot be served: {0}",
                                    String.valueOf(e.getMessage())))
                    .remedy(Text.of("Start it afresh: shisa sandbox reset.")));
        }
    }

    private static SandboxSettings settings(Store store, Path folder, Environment environment)
            throws IOException, RefusedException, FaultsRefused, LifeRefused {
        String seed = DEFAULT_SEED;
        String faults = "[]";
        Optional<String> life = Optional.empty();
        Optional<byte[]> kept = store.read(folder.resolve("settings.json"));
        if (kept.isPresent()) {
            if (!(SealedObject.open(kept.get()) instanceof SealedObject.Content.Intact intact)) {
                throw unverified();
            }
            try {
                seed = SealedObject.text(intact.object().required("seed"));
                faults = SealedObject.text(intact.object().required("faults"));
                life = intact.object().has("life")
                        ? Optional.of(SealedObject.text(intact.object().required("life")))
                        : Optional.empty();
            } catch (JacksonException | IllegalArgumentException e) {
                throw unverified();
            }
        }
        SandboxSettings settings = SandboxSettings.of(Seed.parse(seed), environment.stateFolder().resolve("sandboxes"))
                .withState(folder.resolve("state"))
                .withFaults(Faults.parse(faults));
        return life.isPresent() ? settings.withLife(LifeSettings.parse(life.get())) : settings;
    }

    private static RefusedException unverified() {
        return new RefusedException(
                Diagnostic.refusal(ExitStatus.NOT_VERIFIED, Text.of("The embedded sandbox's settings do not verify."))
                        .remedy(Text.of("Start it afresh: shisa sandbox reset.")));
    }

    /** Throws the embedded tenant's state away and keeps what it is to start from next time. */
    static void reset(Store store, String seed, String faults, Optional<String> life)
            throws RefusedException, IOException {
        Path folder = store.folder("sandbox");
        Optional<TenantLock> lock = TenantLock.tryAcquire(folder.resolve("lock"),
                "process " + ProcessHandle.current().pid(), store.disk());
        if (lock.isEmpty()) {
            throw new RefusedException(
                    Diagnostic
                            .refusal(ExitStatus.CLOSED, Text.of("Another process serves the embedded sandbox tenant."))
                            .contrast(Text.of("nobody"),
                                    Text.verbatim(
                                            TenantLock.holder(folder.resolve("lock"), store.disk()).orElse("unknown")))
                            .remedy(Text.of("Let it end first.")));
        }
        try {
            delete(folder.resolve("state"));
            ObjectNode settings = SealedObject.object().put("seed", seed).put("faults", faults);
            life.ifPresent(text -> settings.put("life", text));
            store.write(folder.resolve("settings.json"), SealedObject.seal(settings));
        } finally {
            lock.get().close();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> entries;
        try (Stream<Path> walk = Files.walk(folder)) {
            entries = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : entries) {
            Files.delete(entry);
        }
    }

    /** The line that tells how to reach it, secrets included. */
    String descriptor() {
        return descriptor;
    }

    @Override
    public void close() throws IOException {
        server.ifPresent(SandboxServer::close);
        if (lock.isPresent()) {
            lock.get().close();
        }
    }
}
