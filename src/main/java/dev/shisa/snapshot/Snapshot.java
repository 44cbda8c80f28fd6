package dev.shisa.snapshot;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import java.util.Map;

/**
 * All accounts of a tenant with their tenant-wide facets, proven complete when it was taken. The accounts lie in a file; each is made anew when
 * somebody asks for it. Immutable, and safe for several threads.
 */
public final class Snapshot {
    private final SnapshotManifest manifest;
    private final Map<AccountId, Observation> accounts;

    /**
     * @param manifest what it knows about itself
     * @param accounts active accounts and those in the recycle bin, in the order of their ids; never changed
     */
    Snapshot(SnapshotManifest manifest, Map<AccountId, Observation> accounts) {
        this.manifest = manifest;
        this.accounts = accounts;
    }

    /** What it knows about itself. */
    public SnapshotManifest manifest() {
        return manifest;
    }

    /**
     * All accounts, those in the recycle bin included, in the order of their ids. To walk through them costs a read of the file, and to ask for one
     * mostly a read of a small part of it; whoever asks for many asks in the order of the ids.
     *
     * @return a map that cannot be changed; any of its methods may throw {@link java.io.UncheckedIOException}
     */
    public Map<AccountId, Observation> accounts() {
        return accounts;
    }
}
