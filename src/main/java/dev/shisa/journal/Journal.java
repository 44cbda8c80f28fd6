package dev.shisa.journal;

import dev.shisa.store.ChainedLog;
import dev.shisa.store.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The journal of one run on disk. Safe for several threads. When {@link #append} or {@link #force} fails nobody may write to the tenant any
 * more: what is not on disk cannot be found again.
 */
public final class Journal implements AutoCloseable {
    private static final long FRAME = 64 * 1024;
    private static final long REQUEST = 8 * 1024;

    private final ChainedLog log;
    private final Optional<String> torn;

    private Journal(ChainedLog log, Optional<String> torn) {
        this.log = log;
        this.torn = torn;
    }

    /** What a journal file was found to hold. */
    public sealed interface Content {

        /**
         * Every record verifies.
         *
         * @param entries the records
         * @param head digest of the last one
         * @param torn the bytes of a last record that was not written whole
         */
        record Verified(List<Entry> entries, String head, Optional<String> torn) implements Content {
            public Verified {
                entries = List.copyOf(entries);
            }
        }

        /**
         * It does not verify.
         *
         * @param sentence what does not fit
         */
        record Damaged(String sentence) implements Content {
        }
    }

    /** Begins a journal on the disk of this machine; as {@link #create(Path, Disk)}. */
    public static Journal create(Path file) throws IOException {
        return create(file, Disk.real());
    }

    /** Begins a journal. */
    public static Journal create(Path file, Disk disk) throws IOException {
        return new Journal(ChainedLog.create(file, disk), Optional.empty());
    }

    /** Goes on with a journal on the disk of this machine; as {@link #resume(Path, Disk)}. */
    public static Journal resume(Path file) throws IOException {
        return resume(file, Disk.real());
    }

    /**
     * Goes on with a journal. A torn last record is kept in a file of its own and cut off; see {@link #torn()}.
     *
     * @throws IOException when it does not verify, and then its file is as it was; or when it cannot be written
     */
    public static Journal resume(Path file, Disk disk) throws IOException {
        ChainedLog.Resumed resumed = ChainedLog.resume(file, disk);
        return new Journal(resumed.log(), resumed.torn().map(kept -> String.valueOf(kept.getFileName())));
    }

    /**
     * How much room a journal needs, in bytes. One request takes about 3.5 KiB where each target has a wave of its own: 2.4 KiB for the
     * intent, which holds the account as it was, and 0.3 KiB each for the answer, the look, the wave and the gate. Reckoned are 8 KiB, so
     * that each request may be tried twice, and 64 KiB for what belongs to no target.
     *
     * @param requests how many, over all targets
     */
    public static long bytesFor(long requests) {
        return FRAME + Math.multiplyExact(requests, REQUEST);
    }

    /** Reads and verifies a journal on the disk of this machine; as {@link #read(Path, Disk)}. */
    public static Content read(Path file) throws IOException {
        return read(file, Disk.real());
    }

    /** The digest that the last whole record of a file names, without verifying any; empty when there is none. */
    public static Optional<String> head(Path file, Disk disk) throws IOException {
        return ChainedLog.lastDigest(file, disk);
    }

    /** Reads and verifies a journal. */
    public static Content read(Path file, Disk disk) throws IOException {
        List<Entry> entries = new ArrayList<>();
        return switch (walk(file, disk, entries::add)) {
            case Walk.Damaged(Content.Damaged damaged) -> damaged;
            case Walk.Whole whole -> new Content.Verified(entries, whole.head(), whole.torn());
        };
    }

    /** How reading a journal record by record ended. */
    public sealed interface Walk {

        /**
         * Every record verifies.
         *
         * @param head digest of the last one
         * @param torn the bytes of a last record that was not written whole
         */
        record Whole(String head, Optional<String> torn) implements Walk {
        }

        /** It does not verify. Nothing may be built on the records that were told before. */
        record Damaged(Content.Damaged damage) implements Walk {
        }
    }

    /**
     * Reads and verifies a journal, one record in memory at a time: that of a hundred thousand targets has some 300 MB.
     *
     * @param listener told each record, before it is known whether the next one verifies
     */
    public static Walk walk(Path file, Disk disk, Consumer<Entry> listener) throws IOException {
        Decoding decoding = new Decoding(listener);
        return switch (ChainedLog.walk(file, disk, (line, _) -> decoding.line(line))) {
            case ChainedLog.Walk.Damaged(ChainedLog.Content.Damaged damaged) ->
                new Walk.Damaged(new Content.Damaged(damaged.sentence()));
            case ChainedLog.Walk.Whole whole -> decoding.damage
                    .<Walk>map(sentence -> new Walk.Damaged(new Content.Damaged(sentence)))
                    .orElseGet(() -> new Walk.Whole(whole.head(), whole.torn()));
        };
    }

    /** Tells each record until one is not understood. A line that was changed weighs more than that, so the rest is verified all the same. */
    private static final class Decoding {
        private final Consumer<Entry> listener;
        private Optional<String> damage = Optional.empty();
        private int records;

        Decoding(Consumer<Entry> listener) {
            this.listener = listener;
        }

        void line(String line) {
            if (damage.isEmpty()) {
                records++;
                decode(line).ifPresent(listener);
            }
        }

        private Optional<Entry> decode(String line) {
            try {
                Entry entry = EntryCodec.read(line);
                if (EntryCodec.write(entry).equals(line)) {
                    return Optional.of(entry);
                }
                damage = Optional.of("record " + records + " says something that is not understood");
            } catch (RuntimeException e) {
                damage = Optional.of("record " + records + " cannot be read: " + e.getMessage());
            }
            return Optional.empty();
        }
    }

    /** Appends a record; it is on disk only after {@link #force}. */
    public void append(Entry entry) throws IOException {
        log.append(EntryCodec.write(entry));
    }

    /** The digest that this record would have as the next one. */
    public String headWith(Entry entry) {
        return log.digestOf(EntryCodec.write(entry));
    }

    /** Returns when every record appended so far is on disk. */
    public void force() throws IOException {
        log.force();
    }

    /** Name of the file beside the journal that keeps the bytes of a torn last record; empty when the journal was whole or is new. */
    public Optional<String> torn() {
        return torn;
    }

    /** The digest of the last record. */
    public String head() {
        return log.head();
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
