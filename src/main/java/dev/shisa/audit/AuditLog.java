package dev.shisa.audit;

import dev.shisa.store.ChainedLog;
import dev.shisa.store.Disk;
import dev.shisa.store.Store;
import dev.shisa.store.TenantLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The audit log of a store: {@code audit.jsonl}, a {@link ChainedLog} that every process of the store appends to in turn. What is cut off at its
 * end, or written anew from some record on, the chain itself does not show; {@link AuditCheck} finds it by an anchor or by the store's runs.
 * Safe for several processes; within a process for one thread at a time.
 */
public final class AuditLog {
    /** The name of its file. */
    public static final String FILE = "audit.jsonl";
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final int MOST_TRIES = 200;

    private final Path file;
    private final Path lock;
    private final Disk disk;
    private final Pause pause;

    /** How to wait for another process that is just appending. */
    @FunctionalInterface
    public interface Pause {
        /** Waits that long. */
        void await(Duration time) throws InterruptedException;
    }

    /**
     * The log of a store.
     *
     * @param pause waits while another process appends
     */
    public AuditLog(Store store, Pause pause) {
        this.file = store.root().resolve(FILE);
        this.lock = store.root().resolve("audit").resolve("lock");
        this.disk = store.disk();
        this.pause = pause;
    }

    /** What the log was found to hold. */
    public sealed interface Content {

        /**
         * Every record verifies.
         *
         * @param entries the records, in their order
         * @param digests of each of them
         */
        record Verified(List<AuditEntry> entries, List<String> digests) implements Content {
            public Verified {
                entries = List.copyOf(entries);
                digests = List.copyOf(digests);
            }
        }

        /**
         * A record does not verify.
         *
         * @param record its number, from 1; all before it verify
         * @param sentence what does not fit
         */
        record Damaged(int record, String sentence) implements Content {
        }
    }

    /**
     * Appends a record; it is on disk when this returns.
     *
     * @return the digest of the record: the head of the log
     * @throws dev.shisa.store.DamagedLogException when the chain of the log does not verify; it is left as it is
     * @throws IOException when it cannot be written, or other processes kept it busy for ten seconds
     */
    public String append(AuditEntry entry) throws IOException, InterruptedException {
        TenantLock turn = turn();
        try (turn) {
            return appendAlone(entry);
        }
    }

    private String appendAlone(AuditEntry entry) throws IOException {
        try (ChainedLog log = disk.isFile(file)
                ? ChainedLog.resume(file, disk).log()
                : ChainedLog.create(file, disk)) {
            String head = log.append(AuditCodec.write(entry));
            log.force();
            return head;
        }
    }

    private TenantLock turn() throws IOException, InterruptedException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<TenantLock> mine = TenantLock.tryAcquire(lock, "appending", disk);
            if (mine.isPresent()) {
                return mine.get();
            }
            pause.await(BETWEEN);
        }
        throw new IOException(file + " was kept busy by other processes for " + BETWEEN.multipliedBy(MOST_TRIES));
    }

    /** Reads and verifies the whole log; a log that was never begun is empty. */
    public Content read() throws IOException {
        if (!disk.isFile(file)) {
            return new Content.Verified(List.of(), List.of());
        }
        return switch (ChainedLog.read(file, disk)) {
            case ChainedLog.Content.Damaged damaged -> new Content.Damaged(damaged.line(), damaged.sentence());
            case ChainedLog.Content.Verified verified -> decoded(verified);
        };
    }

    private static Content decoded(ChainedLog.Content.Verified verified) {
        List<AuditEntry> entries = new ArrayList<>();
        for (String line : verified.lines()) {
            int record = entries.size() + 1;
            try {
                AuditEntry entry = AuditCodec.read(line);
                if (!AuditCodec.write(entry).equals(line)) {
                    return new Content.Damaged(record, "record " + record + " says something that is not understood");
                }
                entries.add(entry);
            } catch (RuntimeException e) {
                return new Content.Damaged(record, "record " + record + " cannot be read: " + e.getMessage());
            }
        }
        return new Content.Verified(entries, verified.digests());
    }
}
