package dev.shisa.snapshot;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All accounts of a tenant with their tenant-wide facets, proven complete when it was taken. Immutable, and safe for several threads. */
public final class Snapshot {
    private final SnapshotManifest manifest;
    private final SortedMap<AccountId, Observation> accounts;
    private final NameIndex names;

    /**
     * @param manifest what it knows about itself
     * @param accounts active accounts and those in the recycle bin, each once
     */
    public Snapshot(SnapshotManifest manifest, Collection<Observation> accounts) {
        TreeMap<AccountId, Observation> sorted = new TreeMap<>();
        accounts.forEach(account -> sorted.put(account.id(), account));
        if (sorted.size() != accounts.size()) {
            throw new IllegalArgumentException("an account stands twice in the snapshot");
        }
        this.manifest = manifest;
        this.accounts = Collections.unmodifiableSortedMap(sorted);
        this.names = new NameIndex(this.accounts.values());
    }

    /** What it knows about itself. */
    public SnapshotManifest manifest() {
        return manifest;
    }

    /** All accounts by their id, those in the recycle bin included. */
    public SortedMap<AccountId, Observation> accounts() {
        return accounts;
    }

    /** The active accounts, sorted by id. */
    public List<Observation> active() {
        return accounts.values().stream().filter(Observation::isActive).toList();
    }

    /** The account of that id. */
    public Optional<Observation> account(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /**
     * Everything that text can mean: an object id to the letter, or a sign-in name or address whatever its case.
     *
     * @param text as somebody typed it
     */
    public Found find(String text) {
        List<Observation> all = AccountId.parse(text).map(id -> account(id).map(List::of).orElse(List.of()))
                .orElseGet(() -> names.find(text));
        return new Found(all.stream().filter(Observation::isActive).toList(),
                all.stream().filter(account -> !account.isActive()).toList());
    }

    /**
     * What a text can mean.
     *
     * @param active active accounts
     * @param deleted accounts in the recycle bin
     */
    public record Found(List<Observation> active, List<Observation> deleted) {
        public Found {
            active = List.copyOf(active);
            deleted = List.copyOf(deleted);
        }
    }
}
