package dev.shisa.journal;

import dev.shisa.store.ChainedLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The journal of one run on disk. Safe for several threads. When {@link #append} or {@link #force} fails nobody may write to the tenant any
 * more: what is not on disk cannot be found again.
 */
public final class Journal implements AutoCloseable {
    private final ChainedLog log;

    private Journal(ChainedLog log) {
        this.log = log;
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

    /** Begins a journal. */
    public static Journal create(Path file) throws IOException {
        return new Journal(ChainedLog.create(file));
    }

    /**
     * Goes on with a journal.
     *
     * @throws IOException when it does not verify or cannot be written
     */
    public static Journal resume(Path file) throws IOException {
        return new Journal(ChainedLog.resume(file));
    }

    /** The digest that the last whole record of a file names, without verifying any; empty when there is none. */
    public static Optional<String> head(Path file) throws IOException {
        return ChainedLog.lastDigest(file);
    }

    /** Reads and verifies a journal. */
    public static Content read(Path file) throws IOException {
        return switch (ChainedLog.read(file)) {
            case ChainedLog.Content.Damaged damaged -> new Content.Damaged(damaged.sentence());
            case ChainedLog.Content.Verified verified -> decode(verified);
        };
    }

    private static Content decode(ChainedLog.Content.Verified verified) {
        List<Entry> entries = new ArrayList<>();
        for (String line : verified.lines()) {
            try {
                entries.add(EntryCodec.read(line));
            } catch (RuntimeException e) {
                return new Content.Damaged("record " + (entries.size() + 1) + " cannot be read: " + e.getMessage());
            }
        }
        return new Content.Verified(entries, verified.head(), verified.torn());
    }

    /** Name of the file that keeps the bytes of a last record that was not written whole; empty when there was none. */
    public Optional<String> torn() {
        return Optional.empty();
    }

    /** Appends a record; it is on disk only after {@link #force}. */
    public void append(Entry entry) throws IOException {
        log.append(EntryCodec.write(entry));
    }

    /** Returns when every record appended so far is on disk. */
    public void force() throws IOException {
        log.force();
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
