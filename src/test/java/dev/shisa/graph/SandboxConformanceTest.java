package dev.shisa.graph;

import dev.shisa.sandbox.SandboxDescriptor;
import dev.shisa.sandbox.SandboxRefused;
import dev.shisa.sandbox.SandboxServer;
import dev.shisa.sandbox.SandboxSettings;
import dev.shisa.sandbox.Seed;
import dev.shisa.tenant.Tenant;
import dev.shisa.tenant.TenantConformance;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The whole way over HTTPS: the SDK's requests, azure-identity's sign-in, a server that knows nothing of shisa. */
class SandboxConformanceTest extends TenantConformance {
    @TempDir
    private Path folder;
    private SandboxServer server;
    private GraphTenant tenant;

    @BeforeEach
    void start() throws SandboxRefused {
        server = SandboxServer.start(SandboxSettings.of(Seed.parse("small"), folder));
        SandboxDescriptor to = server.descriptor();
        tenant = new GraphTenant(new GraphConnection(to.graph(), to.login(), to.tenantId(), credential(to.reader()),
                credential(to.writer()), Optional.of(to.authority())));
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

    private static ClientCredential credential(SandboxDescriptor.Client client) {
        return new ClientCredential(client.clientId(), client.clientSecret());
    }
}
