package dev.shisa.tenant;

import dev.shisa.text.Text;
import dev.shisa.tenant.TenantFailure.Reason;

/** A tenant for a dry run: whoever asks it for a writer gets a failure, and nothing signs in for writing. */
public final class ReadOnlyTenant implements Tenant {
    private final Tenant tenant;

    /**
     * @param tenant the tenant to read
     */
    public ReadOnlyTenant(Tenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public TenantReader reader() {
        return tenant.reader();
    }

    @Override
    public TenantWriter writer() throws TenantFailure {
        throw new TenantFailure(Reason.DENIED, Text.of("This command only reads; nothing may be written."));
    }

    @Override
    public String application() {
        return tenant.application();
    }

    @Override
    public long writeCalls() {
        return tenant.writeCalls();
    }

    @Override
    public void close() {
        tenant.close();
    }
}
