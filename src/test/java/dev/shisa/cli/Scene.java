package dev.shisa.cli;

import dev.shisa.sandbox.SandboxRefused;
import dev.shisa.sandbox.SandboxServer;
import dev.shisa.sandbox.SandboxSettings;
import dev.shisa.sandbox.Seed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a tenant of its own and a shell to work on it. */
abstract class Scene {
    @TempDir
    protected Path folder;

    private @Nullable SandboxServer server;
    private @Nullable SandboxTenant tenant;
    private @Nullable Shell shell;

    /** Serves a tenant of that seed. */
    protected void serve(String seed) {
        try {
            SandboxServer started = SandboxServer.start(SandboxSettings.of(Seed.parse(seed),
                    Shell.stateHome(folder).resolve("shisa").resolve("sandboxes")));
            SandboxTenant served = SandboxTenant.at(started.descriptor().toJson());
            server = started;
            tenant = served;
            shell = Shell.at(served, folder);
        } catch (SandboxRefused e) {
            throw new AssertionError("the sandbox does not start", e);
        }
    }

    @AfterEach
    void stop() {
        if (tenant != null) {
            tenant.close();
        }
        if (server != null) {
            server.close();
        }
    }

    protected SandboxTenant tenant() {
        return Objects.requireNonNull(tenant);
    }

    protected Shell shell() {
        return Objects.requireNonNull(shell);
    }

    /** Adds a confirmation as the plan demands it. */
    protected Result execute(String confirm, String loss, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--execute", "--confirm", confirm));
        if (!loss.isEmpty()) {
            line.addAll(List.of("--accept-loss", loss));
        }
        return shell().json(line.toArray(String[]::new));
    }
}
