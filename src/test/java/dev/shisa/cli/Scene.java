package dev.shisa.cli;

import dev.shisa.sandbox.SandboxRefused;
import dev.shisa.sandbox.SandboxServer;
import dev.shisa.sandbox.SandboxSettings;
import dev.shisa.sandbox.Seed;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a tenant of its own and a shell to work on it. */
abstract class Scene {
    @TempDir
    protected Path folder;

    private SandboxServer server;
    private SandboxTenant tenant;
    private Shell shell;

    /** Serves a tenant of that seed. */
    protected void serve(String seed) {
        try {
            server = SandboxServer.start(SandboxSettings.of(Seed.parse(seed),
                    Shell.stateHome(folder).resolve("shisa").resolve("sandboxes")));
        } catch (SandboxRefused e) {
            throw new AssertionError("the sandbox does not start", e);
        }
        tenant = SandboxTenant.at(server.descriptor().toJson());
        shell = Shell.at(tenant, folder);
    }

    @AfterEach
    void stop() {
        if (tenant != null) {
            tenant.close();
            server.close();
        }
    }

    protected SandboxTenant tenant() {
        return tenant;
    }

    protected Shell shell() {
        return shell;
    }

    /** Adds a confirmation as the plan demands it. */
    protected Result execute(String confirm, String loss, String... words) {
        java.util.List<String> line = new java.util.ArrayList<>(java.util.List.of(words));
        line.addAll(java.util.List.of("--execute", "--confirm", confirm));
        if (!loss.isEmpty()) {
            line.addAll(java.util.List.of("--accept-loss", loss));
        }
        return shell.json(line.toArray(String[]::new));
    }
}
