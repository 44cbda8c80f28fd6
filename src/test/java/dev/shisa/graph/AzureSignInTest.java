package dev.shisa.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.sandbox.SandboxDescriptor;
import dev.shisa.sandbox.SandboxRefused;
import dev.shisa.sandbox.SandboxServer;
import dev.shisa.sandbox.SandboxSettings;
import dev.shisa.sandbox.Seed;
import dev.shisa.tenant.Budget;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import dev.shisa.tenant.Waiter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AzureSignInTest {
    private static final ClientCredential WRONG = new ClientCredential("00000000-0000-4000-8000-000000000001",
            "hush-hush");

    @TempDir
    private Path folder;

    @Test
    void refusedNotTrustedAndNotAnsweredAreToldApart() throws SandboxRefused {
        try (SandboxServer server = SandboxServer.start(SandboxSettings.of(Seed.parse("small"), folder))) {
            SandboxDescriptor to = server.descriptor();
            ClientCredential wrongSecret = new ClientCredential(to.reader().clientId(), "hush-hush");
            TenantFailure refused = failure(to.graph(), to.login(), to.tenantId(), wrongSecret,
                    Optional.of(to.authority()));
            assertEquals(Reason.SIGN_IN_REFUSED, refused.reason());
            assertTrue(refused.sentence().toString().contains("AADSTS7000215"), refused.sentence().toString());
            assertFalse(refused.sentence().toString().contains("hush"), refused.sentence().toString());
            assertEquals(Reason.UNREACHABLE,
                    failure(to.graph(), to.login(), to.tenantId(), wrongSecret, Optional.empty()).reason());
        }
        URI dead = URI.create("https://127.0.0.1:1");
        assertEquals(Reason.UNREACHABLE,
                failure(dead, dead, "5a15a000-c0de-4a7e-8000-00000000feed", WRONG, Optional.empty())
                        .reason());
    }

    private static TenantFailure failure(URI graph, URI login, String tenantId, ClientCredential credential,
            Optional<Path> authority) {
        try (GraphTenant tenant = new GraphTenant(
                new GraphConnection(graph, login, tenantId, credential, WRONG, authority),
                Budget.silent(Waiter.real()))) {
            return assertThrows(TenantFailure.class, () -> tenant.reader().identify());
        }
    }
}
