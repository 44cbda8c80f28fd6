package dev.shisa.operation;

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
import dev.shisa.snapshot.SnapshotFolder;
import dev.shisa.store.Digest;
import dev.shisa.store.Store;
import dev.shisa.store.TenantLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where plans, evidence, snapshots and runs lie in the store. */
public final class Archive {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,80}");

    private final Store store;

    /** An archive in that store. */
    public Archive(Store store) {
        this.store = store;
    }

    /** Keeps a plan. */
    public void save(Plan plan) throws IOException {
        store.write(store.folder("plans").resolve(plan.id() + ".json"), PlanFile.write(plan));
    }

    /** The plan of that name, or a file outside the store; empty when there is none. */
    public Optional<PlanFile.Content> plan(String name) throws IOException {
        Optional<byte[]> bytes = NAME.matcher(name).matches()
                ? store.read(store.root().resolve("plans").resolve(name + ".json"))
                : Optional.empty();
        if (bytes.isEmpty() && Files.isRegularFile(Path.of(name))) {
            bytes = Optional.of(Files.readAllBytes(Path.of(name)));
        }
        return bytes.map(PlanFile::read);
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
        Files.deleteIfExists(store.root().resolve("evidence").resolve(key.digest() + ".json"));
    }

    /** Keeps a snapshot and returns the digest of its manifest, which names the digest of everything else. */
    public String save(Snapshot snapshot) throws IOException {
        Path folder = SnapshotFolder.write(snapshots(), snapshot);
        return Digest.of(Files.readAllBytes(folder.resolve("manifest.json")));
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
        return SnapshotFolder.read(snapshots().resolve(name));
    }

    /** The folder of a run, made where there is none. */
    public Path runFolder(String run) throws IOException {
        return store.folder("runs/" + run);
    }

    /** The journal of a run. */
    public Path journal(String run) throws IOException {
        return runFolder(run).resolve("journal.jsonl");
    }

    /** What the accounts of a run take with them. */
    public Path keepsakes(String run) throws IOException {
        return runFolder(run).resolve("keepsake.jsonl");
    }

    /**
     * What a journal says.
     *
     * @param state the fold of its records
     * @param head digest of the last one
     */
    public record Told(RunState state, String head) {
    }

    /**
     * What the journal of a run says.
     *
     * @throws RefusedException when it does not verify, or says what no run can have done
     */
    public Told told(String run) throws IOException, RefusedException {
        return switch (Journal.read(journal(run))) {
            case Journal.Content.Verified verified -> folded(run, verified);
            case Journal.Content.Damaged damaged -> throw notVerified(run, damaged.sentence());
        };
    }

    private static Told folded(String run, Journal.Content.Verified journal) throws RefusedException {
        try {
            return new Told(RunState.fold(journal.entries()), journal.head());
        } catch (IllegalStateException e) {
            throw notVerified(run, String.valueOf(e.getMessage()));
        }
    }

    private static RefusedException notVerified(String run, String sentence) {
        return new RefusedException(Diagnostic
                .refusal(ExitStatus.NOT_VERIFIED, "The journal of " + run + " does not verify: " + sentence + ".")
                .remedy("Keep the file as it is; a person has to look at it."));
    }

    /** Whether there is a run of that name. */
    public boolean hasRun(String run) {
        return NAME.matcher(run).matches() && Files.isDirectory(store.root().resolve("runs").resolve(run));
    }

    /** Keeps how a run stands. */
    public void save(RunSummary summary) throws IOException {
        store.write(runFolder(summary.run()).resolve("summary.json"), summary.toFile());
    }

    /** Keeps a file beside a run's journal. */
    public Path save(String run, String name, byte[] content) throws IOException {
        Path file = runFolder(run).resolve(name);
        store.write(file, content);
        return file;
    }

    /** How a run stands. A run whose summary does not verify stands as unknown, because nobody can say otherwise. */
    public RunSummary summary(String run) throws IOException {
        Optional<RunSummary> summary = store.read(runFolder(run).resolve("summary.json")).flatMap(RunSummary::fromFile);
        RunSummary found = summary.orElseThrow(() -> new IOException("the summary of " + run + " does not verify"));
        boolean abandoned = found.status() == RunStatus.RUNNING && !isLocked(found.tenantId());
        return abandoned ? found.withStatus(RunStatus.INTERRUPTED, found.pending()) : found;
    }

    /** All runs of the store, oldest first. */
    public List<RunSummary> runs() throws IOException {
        List<RunSummary> runs = new ArrayList<>();
        for (String run : store.names("runs")) {
            runs.add(summary(run));
        }
        runs.sort(Comparator.comparing(RunSummary::started).thenComparing(RunSummary::run));
        return runs;
    }

    /** The runs that keep a tenant closed, oldest first. */
    public List<RunSummary> open(String tenantId) throws IOException {
        return runs().stream().filter(run -> run.tenantId().equals(tenantId) && run.status().isOpen()).toList();
    }

    /** The lock file of a tenant. */
    public Path lock(String tenantId) throws IOException {
        return store.folder("tenants/" + tenantId).resolve("lock");
    }

    private boolean isLocked(String tenantId) throws IOException {
        Optional<TenantLock> lock = TenantLock.tryAcquire(lock(tenantId), "shisa looks whether a run is alive");
        if (lock.isEmpty()) {
            return true;
        }
        lock.get().close();
        return false;
    }
}
