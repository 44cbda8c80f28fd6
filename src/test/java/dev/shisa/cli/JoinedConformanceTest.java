package dev.shisa.cli;

import dev.shisa.sandbox.SandboxDescriptor;
import dev.shisa.tenant.ServedConformance;
import dev.shisa.tenant.Tenant;

/** Graph and Exchange together, as the program wires them. */
class JoinedConformanceTest extends ServedConformance {
    @Override
    protected Tenant reach(SandboxDescriptor descriptor) {
        return Session.reach(Profiles.connection(descriptor.toJson()));
    }
}
