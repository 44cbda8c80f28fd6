package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.audit.AuditPolicy;
import dev.shisa.sandbox.audit.AuditTrail;
import dev.shisa.sandbox.audit.Initiators;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.fault.FaultDesk;
import dev.shisa.sandbox.login.Application;
import java.util.List;

/** All operations that are offered. */
final class Catalogue {

    private Catalogue() {
    }

    static Routes routes(Directory directory, String tenantId, FaultDesk faults, List<Application> applications,
            AuditPolicy audit) {
        Routes routes = new Routes();
        UserViews views = new UserViews(directory, faults);
        UserReads reads = new UserReads(directory, views);
        Writes writes = new Writes(directory, faults);
        new DeltaReads(directory, views).offerOn(routes);
        reads.offerOn(routes);
        new UserWrites(reads, writes).offerOn(routes);
        new ManagerWrites(reads, writes).offerOn(routes);
        new AppRoles(reads, writes).offerOn(routes);
        new AssignLicense(reads, writes).offerOn(routes);
        new RecycleBin(reads, writes).offerOn(routes);
        new MailboxReads(reads, tenantId).offerOn(routes);
        new MailSending(directory).offerOn(routes);
        new TenantReads(directory, tenantId, faults).offerOn(routes);
        Principals principals = new Principals(directory);
        GroupReads groups = new GroupReads(directory, reads, principals);
        groups.offerOn(routes);
        new GroupWrites(groups, writes).offerOn(routes);
        new RoleReads(directory, principals).offerOn(routes);
        new AuditReads(directory, new AuditTrail(directory, new Initiators(directory, applications)), audit)
                .offerOn(routes);
        new HealthReads(faults).offerOn(routes);
        return routes;
    }
}
