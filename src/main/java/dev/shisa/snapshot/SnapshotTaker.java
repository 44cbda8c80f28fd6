package dev.shisa.snapshot;

import dev.shisa.text.Text;
import dev.shisa.store.Disk;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantIdentity;
import dev.shisa.tenant.TenantReader;
import dev.shisa.tenant.Viewpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a snapshot of a whole tenant, or says why none can be had. A listing alone proves nothing: services are known to stop listing without a
 * word. So the service's own counts, its list of changes and its listing have to agree.
 */
public final class SnapshotTaker {
    private static final int TRIES = 3;

    private SnapshotTaker() {
    }

    /**
     * Takes a snapshot and keeps it.
     *
     * @param reader who reads the tenant
     * @param id the name of the snapshot
     * @param parent the folder of snapshots
     * @param disk where it lies
     * @param headway is told how far it has come
     * @return the snapshot, or after three tries the reasons why there is none; then nothing is left behind
     * @throws TenantFailure when the tenant cannot be read
     * @throws IOException when it cannot be kept, or one of that name is there already
     */
    public static Taken take(TenantReader reader, String id, Path parent, Disk disk, Headway headway)
            throws TenantFailure, IOException {
        return take(reader, id, parent, disk, headway, LineSorter.CHUNK);
    }

    static Taken take(TenantReader reader, String id, Path parent, Disk disk, Headway headway, int chunk)
            throws TenantFailure, IOException {
        Viewpoint viewpoint = reader.viewpoint();
        if (!viewpoint.wholeTenant()) {
            return new Taken.Incomplete(
                    List.of(Text
                            .of("The reader was believed to see the whole tenant; its token allows only {0}, which may "
                                    + "hide accounts from it.", viewpoint.permissions())),
                    1);
        }
        try (UnfinishedSnapshot unfinished = new UnfinishedSnapshot(parent, id, disk)) {
            List<Text> reasons = List.of();
            for (int attempt = 1; attempt <= TRIES; attempt++) {
                unfinished.empty();
                TenantIdentity tenant = reader.identify();
                // What parts leave in doubt, such as somebody who got another name between two of them, a single walk settles.
                Sweep.Way way = attempt == 1 ? Sweep.Way.IN_PARTS : Sweep.Way.PAGE_BY_PAGE;
                try (Sweep sweep = Sweep.over(reader, unfinished.folder(), disk, chunk, tenant.serverTime(), way,
                        headway)) {
                    BlockWriter.Written written = unfinished.accounts(sweep);
                    reasons = sweep.doubts();
                    if (reasons.isEmpty()) {
                        SnapshotManifest manifest = manifest(id, tenant, viewpoint, sweep, attempt);
                        Path folder = unfinished.keep(new ManifestCodec.Sealed(manifest, written.seal()));
                        return new Taken.Complete(SnapshotFolder.of(folder, disk, manifest, written));
                    }
                }
            }
            return new Taken.Incomplete(reasons, TRIES);
        }
    }

    private static SnapshotManifest manifest(String id, TenantIdentity tenant, Viewpoint viewpoint, Sweep sweep,
            int tries) {
        List<String> completeness = new ArrayList<>(sweep.proof());
        completeness.add("The reader's token lets it see the whole tenant ("
                + String.join(", ", viewpoint.permissions()) + ").");
        return new SnapshotManifest(id, tenant.id(), tenant.defaultDomain(), tenant.serverTime(),
                sweep.active().tally(), sweep.deleted().tally(), sweep.pages(), sweep.warnings(), viewpoint,
                completeness, tries);
    }
}
