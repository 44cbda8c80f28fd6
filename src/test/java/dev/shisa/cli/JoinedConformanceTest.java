package dev.shisa.cli;

import dev.shisa.sandbox.SandboxRefused;
import dev.shisa.sandbox.SandboxServer;
import dev.shisa.sandbox.SandboxSettings;
import dev.shisa.sandbox.Seed;
import dev.shisa.tenant.Tenant;
import dev.shisa.tenant.TenantConformance;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Graph and Exchange together, as the program wires them, against a server that knows nothing of shisa. */
class JoinedConformanceTest extends TenantConformance {
    @TempDir
    private Path folder;
    private SandboxServer server;
    private Tenant tenant;

    @BeforeEach
    void start() throws SandboxRefused {
        server = SandboxServer.start(SandboxSettings.of(Seed.parse("small"), folder));
        tenant = Session.reach(Profiles.connection(server.descriptor().toJson()));
    }

    @AfterEach
    void stop() {
        tenant.close();
        server.close();
    }

    @Override
    protected Tenant tenant() {
        return tenant;
    }

    @Override
    protected String person(int index) {
        return "rehearsal-direct-" + (index + 1) + "@contoso.example";
    }
}
