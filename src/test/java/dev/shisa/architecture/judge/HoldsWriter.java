package dev.shisa.architecture.judge;

import dev.shisa.architecture.tenant.TenantWriter;

/** Wrong: the judge could write. */
record HoldsWriter(TenantWriter writer) {
}
