package dev.shisa.tenant;

/** A tenant whose mailboxes are asked for at their own service, too. Writing is the tenant's alone. */
public final class JoinedTenant implements Tenant {
    private final Tenant tenant;
    private final MailboxService mailboxes;

    /**
     * @param tenant the directory
     * @param mailboxes the service behind its mailboxes
     */
    public JoinedTenant(Tenant tenant, MailboxService mailboxes) {
        this.tenant = tenant;
        this.mailboxes = mailboxes;
    }

    @Override
    public TenantReader reader() {
        return new JoinedReader(tenant.reader(), mailboxes);
    }

    @Override
    public TenantWriter writer() throws TenantFailure {
        return tenant.writer();
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
        mailboxes.close();
        tenant.close();
    }
}
