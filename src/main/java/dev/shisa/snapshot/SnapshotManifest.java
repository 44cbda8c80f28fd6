package dev.shisa.snapshot;

import dev.shisa.tenant.Viewpoint;
import java.time.Instant;
import java.util.List;

/**
 * What a snapshot knows about itself, and why it is held to be complete.
 *
 * @param id its name, unique in its store
 * @param tenantId the tenant
 * @param domain the tenant's default domain
 * @param takenAt when it was begun, by the service's clock
 * @param active what was counted and listed of active accounts
 * @param deleted what was counted and listed of the recycle bin
 * @param pages pages read
 * @param warnings what the service said beside its answers; empty in a complete snapshot
 * @param viewpoint through whose eyes it was taken
 * @param completeness sentences that say why it is held to be complete
 * @param tries how many tries it took
 */
public record SnapshotManifest(String id, String tenantId, String domain, Instant takenAt, Tally active, Tally deleted,
        int pages, List<String> warnings, Viewpoint viewpoint, List<String> completeness, int tries) {

    public SnapshotManifest {
        warnings = List.copyOf(warnings);
        completeness = List.copyOf(completeness);
    }

    /**
     * Numbers of accounts of one kind.
     *
     * @param countedBefore as the service counted them before the listing
     * @param listed as its listing delivered them
     * @param countedAfter as the service counted them after the listing
     * @param kept as they stand in the snapshot, after the accounts that changed meanwhile were read again
     */
    public record Tally(long countedBefore, long listed, long countedAfter, long kept) {
    }
}
