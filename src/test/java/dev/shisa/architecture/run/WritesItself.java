package dev.shisa.architecture.run;

import dev.shisa.architecture.tenant.TenantWriter;

/** Wrong: writes past the executor. */
final class WritesItself {
    boolean write(TenantWriter writer) {
        return writer.apply("DELETE");
    }
}
