package dev.shisa.operation;

import dev.shisa.text.Text;
import java.util.Set;
import dev.shisa.approval.ApprovalFolder;
import dev.shisa.journal.Entry;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.Diagnostic;
import dev.shisa.journal.Journal;
import dev.shisa.journal.RunState;
import dev.shisa.diag.RefusedException;
import dev.shisa.evidence.Evidence;
import dev.shisa.evidence.EvidenceFile;
import dev.shisa.evidence.EvidenceKey;
import dev.shisa.journal.RunStatus;
import dev.shisa.plan.Plan;
import dev.shisa.plan.PlanFile;
import dev.shisa.snapshot.Snapshot;
import dev.shisa.snapshot.Headway;
import dev.shisa.snapshot.SnapshotFolder;
import dev.shisa.snapshot.SnapshotTaker;
import dev.shisa.snapshot.Taken;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import dev.shisa.store.Digest;
import dev.shisa.store.Disk;
import dev.shisa.store.Reserve;
import dev.shisa.store.Store;
import dev.shisa.store.TenantLock;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Where plans, evidence, snapshots and runs lie in the store. */
public final class Archive {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,80}");

    private static final String JOURNAL = "journal.jsonl";

    private final Store store;
    private final Set<String> held;
    private final Headway headway;

    /**
     * An archive in that store that tells nobody how far it has come.
     *
     * @param held tenants that whoever looks holds itself, now or later: nobody else works on them
     */
    public Archive(Store store, Set<String> held) {
        this(store, held, Headway.untold());
    }

    /**
     * An archive in that store.
     *
     * @param held tenants that whoever looks holds itself, now or later: nobody else works on them
     * @param headway is told how far a listing has come
     */
    public Archive(Store store, Set<String> held, Headway headway) {
        this.store = store;
        this.held = Collections.unmodifiableSet(held);
        this.headway = headway;
    }

    /** Everything that is done with files here. */
    public Disk disk() {
        return store.disk();
    }

    /** Keeps a plan. */
    public void save(Plan plan) throws IOException {
        store.write(store.folder("plans").resolve(plan.id() + ".json"), PlanFile.write(plan));
    }

    /** Where a plan lies. */
    Path planFile(String plan) {
        return store.root().resolve("plans").resolve(plan + ".json");
    }

    /** The plan of that name, or a file outside the store; empty when there is none. */
    public Optional<PlanFile.Content> plan(String name) throws IOException {
        Optional<byte[]> bytes = NAME.matcher(name).matches()
                ? store.read(planFile(name))
                : Optional.empty();
        if (bytes.isEmpty()) {
            bytes = file(name);
        }
        return bytes.map(PlanFile::read);
    }

    private Optional<byte[]> file(String name) throws IOException {
        try {
            return store.read(Path.of(name));
        } catch (InvalidPathException e) {
            // What is no path names no file.
            return Optional.empty();
        }
    }

    /** The names of all plans, oldest first. */
    public List<String> plans() throws IOException {
        return store.names("plans").stream().filter(name -> name.endsWith(".json"))
                .map(name -> name.substring(0, name.length() - 5))
                .toList();
    }

    /** Keeps evidence in place of what there was for its key. */
    public void save(Evidence evidence) throws IOException {
        store.write(store.folder("evidence").resolve(evidence.key().digest() + ".json"), EvidenceFile.write(evidence));
    }

    /** The evidence for that key, if it counts at that time of the service's clock. */
    public Optional<Evidence> evidence(EvidenceKey key, Instant now) throws IOException {
        return store.read(store.root().resolve("evidence").resolve(key.digest() + ".json")).flatMap(EvidenceFile::read)
                .filter(evidence -> evidence.key().equals(key) && evidence.isValid(now));
    }

    /** All evidence that verifies, expired or not. */
    public List<Evidence> evidence() throws IOException {
        List<Evidence> all = new ArrayList<>();
        for (String name : store.names("evidence")) {
            store.read(store.root().resolve("evidence").resolve(name)).flatMap(EvidenceFile::read).ifPresent(all::add);
        }
        all.sort(Comparator.comparing(Evidence::made));
        return all;
    }

    /** Throws evidence away. */
    public void discard(EvidenceKey key) throws IOException {
        store.disk().delete(store.root().resolve("evidence").resolve(key.digest() + ".json"));
    }

    /**
     * Takes a snapshot and keeps it.
     *
     * @param name its name
     * @throws TenantFailure when the tenant cannot be read
     */
    public Taken take(TenantReader reader, String name) throws IOException, TenantFailure {
        return SnapshotTaker.take(reader, name, snapshots(), disk(), headway);
    }

    /** The digest of a snapshot's manifest, which names the digest of everything else. */
    public String digest(Snapshot snapshot) throws IOException {
        Path manifest = snapshots().resolve(snapshot.manifest().id()).resolve("manifest.json");
        return Digest.of(store.read(manifest).orElseThrow(() -> new IOException(manifest + " is gone")));
    }

    /** Throws a snapshot away that nobody is going to ask for. */
    public void discard(Snapshot snapshot) throws IOException {
        SnapshotFolder.discard(snapshots().resolve(snapshot.manifest().id()), disk());
    }

    /** The folder of snapshots. */
    public Path snapshots() throws IOException {
        return store.folder("snapshots");
    }

    /**
     * The snapshot of that name.
     *
     * @throws RefusedException when there is none, or it does not verify
     */
    public Snapshot snapshot(String name) throws IOException, RefusedException {
        return SnapshotFolder.read(snapshots().resolve(name), disk());
    }

    /** The folder of a run, made where there is none. */
    public Path runFolder(String run) throws IOException {
        return store.folder("runs/" + run);
    }

    /** The journal of a run. */
    public Path journal(String run) throws IOException {
        return runFolder(run).resolve(JOURNAL);
    }

    /** What the accounts of a run take with them. */
    public Path keepsakes(String run) throws IOException {
        return runFolder(run).resolve("keepsake.jsonl");
    }

    /**
     * What a journal says.
     *
     * @param entries its records
     * @param state the fold of them
     * @param head digest of the last one
     */
    public record Told(List<Entry> entries, RunState state, String head) {
        public Told {
            entries = List.copyOf(entries);
        }
    }

    /**
     * What the journal of a run says.
     *
     * @throws RefusedException when it does not verify, or says what no run can have done
     */
    public Told told(String run) throws IOException, RefusedException {
        return switch (Journal.read(journal(run), disk())) {
            case Journal.Content.Verified verified -> folded(run, verified.entries(), verified.head());
            case Journal.Content.Damaged damaged -> throw notVerified(run, damaged.sentence());
        };
    }

    /**
     * How a run stands, by a journal of which one record is in memory at a time.
     *
     * @param state the fold of its records
     * @param head digest of the last one
     */
    public record Standing(RunState state, String head) {
    }

    /**
     * How a run stands.
     *
     * @throws RefusedException when its journal does not verify, or says what no run can have done
     */
    public Standing standing(String run) throws IOException, RefusedException {
        return folded(run, RunState.Folding.whole()).orElseThrow(() -> notVerified(run, "it has no whole record"));
    }

    /**
     * Tells the records of a run's journal one by one.
     *
     * @throws RefusedException when it does not verify; some records may have been told by then
     */
    public void walk(String run, Consumer<Entry> listener) throws IOException, RefusedException {
        if (Journal.walk(journal(run), disk(),
                listener) instanceof Journal.Walk.Damaged(Journal.Content.Damaged damaged)) {
            throw notVerified(run, damaged.sentence());
        }
    }

    /** Empty for a journal without one whole record. */
    private Optional<Standing> folded(String run, RunState.Folding folding) throws IOException, RefusedException {
        try {
            return switch (Journal.walk(journal(run), disk(), folding)) {
                case Journal.Walk.Whole whole -> folding.state().map(state -> new Standing(state, whole.head()));
                case Journal.Walk.Damaged(Journal.Content.Damaged damaged) ->
                    throw notVerified(run, damaged.sentence());
            };
        } catch (IllegalStateException e) {
            throw notVerified(run, String.valueOf(e.getMessage()));
        }
    }

    private static Told folded(String run, List<Entry> entries, String head) throws RefusedException {
        try {
            return new Told(entries, RunState.fold(entries), head);
        } catch (IllegalStateException e) {
            throw notVerified(run, String.valueOf(e.getMessage()));
        }
    }

    private static RefusedException notVerified(String run, String sentence) {
        return new RefusedException(Diagnostic
                .refusal(ExitStatus.NOT_VERIFIED, Text.of("The journal of {0} does not verify: {1}.", run, sentence))
                .remedy(Text.of("Keep the file as it is; a person has to look at it.")));
    }

    /**
     * Appends the last word about a run that nobody works on: how it ended after all.
     *
     * @throws RefusedException when its journal does not verify, or does not allow such an end
     */
    public void end(String run, Entry last) throws IOException, RefusedException {
        Archive.Told told = told(run);
        List<Entry> entries = new ArrayList<>(told.entries());
        entries.add(last);
        folded(run, entries, told.head());
        try (Journal journal = Journal.resume(journal(run), disk())) {
            journal.append(last);
            journal.force();
        }
        keepSummary(run);
    }

    /** Keeps how a run stands, so that its journal need not be read again until it grows. */
    public void keepSummary(String run) throws IOException, RefusedException {
        Standing standing = folded(run, RunState.Folding.withoutAccounts())
                .orElseThrow(() -> notVerified(run, "it has no whole record"));
        store.write(runFolder(run).resolve("summary.json"),
                RunSummary.of(standing.state(), true).toFile(standing.head()));
    }

    /** Keeps a file beside a run's journal. */
    public Path save(String run, String name, byte[] content) throws IOException {
        Path file = runFolder(run).resolve(name);
        store.write(file, content);
        return file;
    }

    /**
     * How a run stands; empty when there is none of that name.
     *
     * @throws RefusedException when its journal does not verify; those of others do not matter
     */
    public Optional<RunSummary> run(String run) throws IOException, RefusedException {
        Optional<RunSummary> own = NAME.matcher(run).matches() ? began(run) : Optional.empty();
        boolean mayBeBroughtBack = own.filter(summary -> summary.status().isOpen()).isPresent();
        return mayBeBroughtBack
                ? listing().runs().stream().filter(summary -> summary.run().equals(run)).findFirst()
                : own;
    }

    /** How a run stands by its own journal alone; empty when it was never begun. */
    private Optional<RunSummary> began(String run) throws IOException, RefusedException {
        Path file = store.root().resolve("runs").resolve(run).resolve(JOURNAL);
        if (!disk().isFile(file)) {
            return Optional.empty();
        }
        Optional<byte[]> kept = store.read(runFolder(run).resolve("summary.json"));
        Optional<String> head = Journal.head(file, disk());
        if (head.isPresent() && kept.isPresent()) {
            Optional<RunSummary> summary = RunSummary.fromFile(kept.get(), head.get())
                    .filter(known -> !known.status().isOpen());
            if (summary.isPresent()) {
                return summary;
            }
        }
        return beginning(run);
    }

    /** A journal without one whole record is of a run of which nothing was sent. */
    private Optional<RunSummary> beginning(String run) throws IOException, RefusedException {
        Optional<Standing> standing = folded(run, RunState.Folding.withoutAccounts());
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        RunState state = standing.get().state();
        return Optional.of(RunSummary.of(state, isLocked(state.opened().tenantId())));
    }

    /**
     * The runs of a store.
     *
     * @param runs those whose journals verify, oldest first
     * @param damaged why others cannot be told, one for each
     */
    public record Listing(List<RunSummary> runs, List<Diagnostic> damaged) {
        public Listing {
            runs = List.copyOf(runs);
            damaged = List.copyOf(damaged);
        }
    }

    /** All runs of the store as far as they can be told. */
    public Listing listing() throws IOException {
        List<RunSummary> runs = new ArrayList<>();
        List<Diagnostic> damaged = new ArrayList<>();
        for (String run : runNames()) {
            try {
                began(run).ifPresent(runs::add);
            } catch (RefusedException e) {
                damaged.addAll(e.diagnostics());
            }
        }
        runs.replaceAll(run -> isBroughtBack(run, runs) ? run.undone() : run);
        runs.sort(Comparator.comparing(RunSummary::started).thenComparing(RunSummary::run));
        return new Listing(runs, damaged);
    }

    /**
     * All runs of the store, oldest first.
     *
     * @throws RefusedException when the journal of one does not verify
     */
    public List<RunSummary> runs() throws IOException, RefusedException {
        Listing listing = listing();
        if (!listing.damaged().isEmpty()) {
            throw new RefusedException(listing.damaged());
        }
        return listing.runs();
    }

    /** The names of all runs that were begun or may have been. */
    public List<String> runNames() throws IOException {
        return store.names("runs");
    }

    /** An undo that came to its end has brought its run back, even where it died before it could say so in that run's journal. */
    private static boolean isBroughtBack(RunSummary run, List<RunSummary> runs) {
        return run.status().isOpen() && runs.stream()
                .anyMatch(undo -> undo.isUndoOf(run.run()) && undo.status() == RunStatus.COMPLETED);
    }

    /** The runs that keep a tenant closed, oldest first. */
    public List<RunSummary> open(String tenantId) throws IOException, RefusedException {
        return runs().stream().filter(run -> run.tenantId().equals(tenantId) && run.status().isOpen()).toList();
    }

    /** Requests for approval, and signatures of them. */
    public ApprovalFolder approvals() {
        return new ApprovalFolder(store);
    }

    /** Halts that somebody ordered from elsewhere. */
    public Halts halts() {
        return new Halts(store);
    }

    /** The lock file of a tenant. */
    public Path lock(String tenantId) throws IOException {
        return store.folder("tenants/" + tenantId).resolve("lock");
    }

    /**
     * Takes room on the disk for work on a tenant; the caller holds the tenant's lock. What is written here and through {@link #disk()} draws
     * on it until it is closed. As {@link Store#reserve}.
     *
     * @param bytes at most written
     * @param what the work, as the beginning of a sentence
     */
    public Reserve reserve(String tenantId, long bytes, String what) throws IOException {
        return store.reserve(lock(tenantId), bytes, what);
    }

    private boolean isLocked(String tenantId) throws IOException {
        return !held.contains(tenantId) && TenantLock.isHeld(lock(tenantId), disk());
    }
}
