package dev.shisa.snapshot;

import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantIdentity;
import dev.shisa.tenant.TenantReader;
import dev.shisa.tenant.Viewpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes a snapshot of a whole tenant, or says why none can be had. A listing alone proves nothing: services are known to stop listing without a
 * word. So the service's own counts, its list of changes and its listing have to agree.
 */
public final class SnapshotTaker {
    private static final int TRIES = 3;

    private SnapshotTaker() {
    }

    /**
     * Takes a snapshot.
     *
     * @param reader who reads the tenant
     * @param id the name of the snapshot
     * @return the snapshot, or after three tries the reasons why there is none
     * @throws TenantFailure when the tenant cannot be read
     */
    public static Taken take(TenantReader reader, String id) throws TenantFailure {
        Viewpoint viewpoint = reader.viewpoint();
        if (!viewpoint.wholeTenant()) {
            return new Taken.Incomplete(
                    List.of("The reader was believed to see the whole tenant; its token allows only "
                            + viewpoint.permissions() + ", which may hide accounts from it."),
                    1);
        }
        List<String> reasons = new ArrayList<>();
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            TenantIdentity tenant = reader.identify();
            Sweep sweep = Sweep.over(reader);
            reasons = sweep.doubts();
            if (reasons.isEmpty()) {
                return new Taken.Complete(snapshot(reader, id, tenant, viewpoint, sweep, attempt));
            }
        }
        return new Taken.Incomplete(reasons, TRIES);
    }

    private static Snapshot snapshot(TenantReader reader, String id, TenantIdentity tenant, Viewpoint viewpoint,
            Sweep sweep, int tries) throws TenantFailure {
        Map<AccountId, Roles> roles = reader.roles();
        List<String> completeness = new ArrayList<>(sweep.proof());
        completeness.add("The reader's token lets it see the whole tenant ("
                + String.join(", ", viewpoint.permissions()) + ").");
        SnapshotManifest manifest = new SnapshotManifest(id, tenant.id(), tenant.defaultDomain(), tenant.serverTime(),
                sweep.active().tally(), sweep.deleted().tally(), sweep.pages(), sweep.warnings(), viewpoint,
                completeness,
                tries);
        return new Snapshot(manifest, sweep.accounts(roles, tenant.serverTime()));
    }
}
