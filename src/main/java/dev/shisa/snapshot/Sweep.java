package dev.shisa.snapshot;

import dev.shisa.text.Text;
import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.account.ObservationLine;
import dev.shisa.account.Reading;
import dev.shisa.store.Disk;
import dev.shisa.tenant.Drain;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One try at reading a whole tenant: cursor, counts, both listings, counts, changes, and every changed account once more by itself. What is listed
 * goes through files, so that a tenant need not fit into memory; only what changed meanwhile is kept there.
 */
final class Sweep implements Closeable {
    /** From twenty pages on, parts can be worth their two pages more. */
    static final long WORTH_PARTS = 20_000;

    private final Census active;
    private final Census deleted;
    private final Instant begun;
    private final TreeMap<AccountId, Observation> touched = new TreeMap<>();
    private Map<AccountId, Roles> roles = Map.of();
    private boolean inBoth;

    /** How the active accounts are listed. */
    enum Way {
        /** Page after page. */
        PAGE_BY_PAGE,
        /** Several parts at a time, where they are many. */
        IN_PARTS
    }

    private Sweep(Path folder, Disk disk, int chunk, Instant begun) {
        this.active = new Census(Text.of("active accounts"), new LineSorter(folder, "active", disk, chunk));
        this.deleted = new Census(Text.of("accounts in the recycle bin"),
                new LineSorter(folder, "deleted", disk, chunk));
        this.begun = begun;
    }

    /**
     * Reads the tenant.
     *
     * @param folder where what does not fit into memory goes meanwhile
     * @param chunk bytes of accounts that are sorted at a time
     * @param begun the service's time before it began
     * @param way in which the active accounts are listed
     * @param headway is told how far it has come
     */
    static Sweep over(TenantReader reader, Path folder, Disk disk, int chunk, Instant begun, Way way,
            Headway headway) throws TenantFailure, IOException {
        Sweep sweep = new Sweep(folder, disk, chunk, begun);
        try {
            sweep.read(reader, way, headway);
            return sweep;
        } catch (UncheckedIOException e) {
            sweep.close();
            throw Objects.requireNonNull(e.getCause());
        } catch (TenantFailure | IOException | RuntimeException e) {
            sweep.close();
            throw e;
        }
    }

    private void read(TenantReader reader, Way way, Headway headway) throws TenantFailure, IOException {
        String cursor = reader.deltaCursor();
        long accounts = reader.countActive();
        active.countedBefore(accounts);
        deleted.countedBefore(reader.countDeleted());
        // Nearly nobody holds a role, so who does is written anew at the end.
        headway.begins(accounts);
        Consumer<Observation> row = account -> {
            active.list(with(Collections.emptySortedSet(), account));
            headway.listed();
        };
        boolean parts = way == Way.IN_PARTS && accounts >= WORTH_PARTS;
        active.ended(parts ? reader.listActiveInParts(row) : reader.listActive(row));
        deleted.ended(reader.listDeleted(deleted::list));
        active.countedAfter(reader.countActive());
        deleted.countedAfter(reader.countDeleted());
        Drain drain = reader.drain(cursor);
        TreeSet<AccountId> changed = new TreeSet<>(drain.changed());
        changed.addAll(drain.removed());
        for (AccountId id : changed) {
            touched.put(id, reader.glance(id));
        }
        roles = reader.roles();
    }

    private Observation with(SortedSet<String> held, Observation account) {
        Map<Facet, Reading> readings = new EnumMap<>(Facet.class);
        readings.putAll(account.readings());
        readings.put(Facet.ROLES, new Reading.Seen(new Roles(held), "graph:roles", begun));
        return new Observation(account.id(), account.traits(), readings);
    }

    /**
     * Lays everything over each other, account by account, and writes what the tenant holds.
     *
     * @throws IOException when what was listed cannot be read again, or cannot be written
     */
    void merge(BlockWriter out) throws IOException {
        GatheredLines changes = new GatheredLines();
        touched.values().forEach(account -> changes.add(ObservationLine.write(account)));
        changes.sort();
        try (Listed listed = new Listed(active.rows()); Listed binned = new Listed(deleted.rows())) {
            Listed fresh = new Listed(changes);
            for (byte[] line = first(listed, binned, fresh); line.length > 0; line = first(listed, binned, fresh)) {
                int timesListed = listed.take(line);
                int timesBinned = binned.take(line);
                AccountId id = ObservationLine.id(line, 0);
                if (fresh.take(line) > 0) {
                    settle(id, timesListed, timesBinned, out);
                } else {
                    keep(id, timesListed, timesBinned, timesListed > 0 ? listed.last() : binned.last(), out);
                }
            }
        }
    }

    /** The line with the smallest id; empty when there is none any more. */
    private static byte[] first(Listed... sources) {
        byte[] first = new byte[0];
        for (Listed source : sources) {
            if (source.isBefore(first)) {
                first = source.head();
            }
        }
        return first;
    }

    /** A single read by id is fresher than any listing. */
    private void settle(AccountId id, int timesListed, int timesBinned, BlockWriter out) throws IOException {
        Observation account = Objects.requireNonNull(touched.get(id));
        Identity identity = account.value(Facet.IDENTITY, Identity.class).orElse(Identity.ABSENT);
        if (identity == Identity.ACTIVE) {
            active.belongs(id, timesListed);
            deleted.doesNotBelong(id, timesBinned);
            out.line(ObservationLine.write(with(roles(id), account)));
        } else if (identity == Identity.SOFT_DELETED) {
            deleted.belongs(id, timesBinned);
            active.doesNotBelong(id, timesListed);
            out.line(ObservationLine.write(account));
        } else {
            active.doesNotBelong(id, timesListed);
            deleted.doesNotBelong(id, timesBinned);
        }
    }

    private void keep(AccountId id, int timesListed, int timesBinned, byte[] line, BlockWriter out)
            throws IOException {
        if (timesListed > 0) {
            active.unchanged(id, timesListed);
        }
        if (timesBinned > 0) {
            deleted.unchanged(id, timesBinned);
        }
        inBoth |= timesListed > 0 && timesBinned > 0;
        boolean holder = timesListed > 0 && !roles(id).isEmpty();
        out.line(holder
                ? ObservationLine.write(with(roles(id), ObservationLine.read(line, 0, line.length)))
                : line);
    }

    private SortedSet<String> roles(AccountId id) {
        Roles held = roles.get(id);
        return held == null ? Collections.emptySortedSet() : held.roles();
    }

    /** Why this may not be the whole tenant; asked after {@link #merge}. */
    List<Text> doubts() {
        List<Text> doubts = new ArrayList<>(active.doubts());
        doubts.addAll(deleted.doubts());
        if (inBoth) {
            doubts.add(Text.of("An account is either active or in the recycle bin; the service listed one in both, "
                    + "without a change between."));
        }
        return doubts;
    }

    /** The active accounts. */
    Census active() {
        return active;
    }

    /** The recycle bin. */
    Census deleted() {
        return deleted;
    }

    /** Why this is held to be the whole tenant. */
    List<String> proof() {
        return List.of(active.proof(), deleted.proof());
    }

    int pages() {
        return active.report().pages() + deleted.report().pages();
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>(active.report().warnings());
        warnings.addAll(deleted.report().warnings());
        return warnings;
    }

    @Override
    public void close() throws IOException {
        try (active) {
            deleted.close();
        }
    }
}
