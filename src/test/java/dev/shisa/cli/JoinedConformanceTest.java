package dev.shisa.cli;

import dev.shisa.sandbox.SandboxDescriptor;
import dev.shisa.tenant.ServedConformance;
import dev.shisa.tenant.Budget;
import dev.shisa.tenant.Tenant;
import dev.shisa.tenant.Waiter;

/** Graph and Exchange together, as the program wires them. */
class JoinedConformanceTest extends ServedConformance {
    @Override
    protected Tenant reach(SandboxDescriptor descriptor) {
        return Session.reach(Profiles.connection(descriptor.toJson()), Budget.silent(Waiter.real()));
    }
}
