package dev.shisa.architecture.execute;

import dev.shisa.architecture.tenant.TenantWriter;

/** Right: the executor writes. */
final class Writes {
    boolean write(TenantWriter writer) {
        return writer.apply("DELETE");
    }
}
