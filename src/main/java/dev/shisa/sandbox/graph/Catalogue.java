package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.fault.FaultDesk;

/** All operations that are offered. */
final class Catalogue {

    private Catalogue() {
    }

    static Routes routes(Directory directory, String tenantId, FaultDesk faults) {
        Routes routes = new Routes();
        UserReads reads = new UserReads(directory);
        Writes writes = new Writes(directory, faults);
        reads.offerOn(routes);
        new UserWrites(reads, writes).offerOn(routes);
        new AssignLicense(reads, writes).offerOn(routes);
        new RecycleBin(reads, writes).offerOn(routes);
        new MailboxReads(reads, tenantId).offerOn(routes);
        new TenantReads(directory, tenantId).offerOn(routes);
        return routes;
    }
}
