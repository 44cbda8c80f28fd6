package dev.shisa.graph;

import dev.shisa.sandbox.SandboxDescriptor;
import dev.shisa.tenant.ServedConformance;
import dev.shisa.tenant.Budget;
import dev.shisa.tenant.Tenant;
import dev.shisa.tenant.Waiter;
import java.util.Optional;

/** The whole way over HTTPS: the SDK's requests and azure-identity's sign-in. */
class SandboxConformanceTest extends ServedConformance {
    @Override
    protected Tenant reach(SandboxDescriptor to) {
        return new GraphTenant(new GraphConnection(to.graph(), to.login(), to.tenantId(), credential(to.reader()),
                credential(to.writer()), Optional.of(to.authority())), Budget.silent(Waiter.real()));
    }

    private static ClientCredential credential(SandboxDescriptor.Client client) {
        return new ClientCredential(client.clientId(), client.clientSecret());
    }
}
