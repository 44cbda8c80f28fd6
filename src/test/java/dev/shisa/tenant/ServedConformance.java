package dev.shisa.tenant;

import dev.shisa.sandbox.SandboxDescriptor;
import dev.shisa.sandbox.SandboxRefused;
import dev.shisa.sandbox.SandboxServer;
import dev.shisa.sandbox.SandboxSettings;
import dev.shisa.sandbox.Seed;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The conformance suite over HTTPS, against a server that knows nothing of shisa. */
public abstract class ServedConformance extends TenantConformance {
    @TempDir
    private Path folder;
    private SandboxServer server;
    private Tenant tenant;

    /** The tenant behind a server. */
    protected abstract Tenant reach(SandboxDescriptor descriptor);

    @BeforeEach
    void start() throws SandboxRefused {
        server = SandboxServer.start(SandboxSettings.of(Seed.parse("small"), folder));
        tenant = reach(server.descriptor());
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
