package dev.shisa.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * An append-only file in which every line names the digest of the line before it. For example
 *
 * <pre>
 * {"seq":1,"prev":"0000…","type":"opened","run":"r-1","digest":"6ab4…"}
 * {"seq":2,"prev":"6ab4…","type":"closed","status":"completed","digest":"91c0…"}
 * </pre>
 *
 * The digest of a line is the SHA-256 of its text up to, but without, {@code ,"digest"}, followed by a closing brace. A last line without
 * its line feed is what a power cut leaves: it counts as not written, and {@link #resume} puts its bytes into a file of their own,
 * {@code <name>.torn-<number the line would have had>}. Anything else that does not fit is damage: the file is left as it is.
 *
 * <p>
 * Safe for several threads. Many appended lines may share one flush: {@link #force} returns when everything appended before the call is
 * on disk. A failed append or flush is final: every later call fails too, because nobody knows any more what is on disk.
 */
public final class ChainedLog implements AutoCloseable {
    private final AppendFile file;
    private final Object forcing = new Object();
    private long sequence;
    private String head;
    private long appended;
    private long forced;
    private Optional<IOException> broken = Optional.empty();

    private ChainedLog(AppendFile file, long sequence, String head) {
        this.file = file;
        this.sequence = sequence;
        this.head = head;
    }

    /** What a log file was found to hold. */
    public sealed interface Content {

        /**
         * Every line verifies.
         *
         * @param lines the members of each line between its chain members, as JSON objects
         * @param digests of each line
         * @param torn what stands after the last line feed, if anything; bytes that are no text are shown as replaced
         */
        record Verified(List<String> lines, List<String> digests, Optional<String> torn) implements Content {
            public Verified {
                lines = List.copyOf(lines);
                digests = List.copyOf(digests);
            }

            /** Digest of the last line; 64 zeros for an empty log. */
            public String head() {
                return digests.isEmpty() ? ChainText.GENESIS : digests.getLast();
            }
        }

        /**
         * A line does not fit.
         *
         * @param line its number, from 1
         * @param sentence what does not fit
         */
        record Damaged(int line, String sentence) implements Content {
        }
    }

    /**
     * A log that is gone on with.
     *
     * @param log at its end
     * @param torn where the bytes of its torn last line are kept, if it had one
     */
    public record Resumed(ChainedLog log, Optional<Path> torn) {
    }

    /** Makes a new log. */
    public static ChainedLog create(Path file, Disk disk) throws IOException {
        Path parent = Replacement.parentOf(file);
        disk.createFolder(parent);
        AppendFile opened = disk.create(file);
        try {
            disk.forceFolder(parent);
            return new ChainedLog(opened, 0, ChainText.GENESIS);
        } catch (IOException e) {
            throw closed(opened, e);
        }
    }

    /**
     * Goes on with a log that verifies. A torn last line is kept beside it and then cut off; each is on disk before the next step, so that
     * a call that fails can be made again and nothing is lost between two calls.
     *
     * @throws DamagedLogException when the log does not verify
     * @throws IOException when it cannot be read or written
     */
    public static Resumed resume(Path file, Disk disk) throws IOException {
        ChainText.Walk walk;
        try (InputStream in = disk.read(file)) {
            walk = ChainText.walk(in, (_, _) -> {
            });
        }
        return switch (walk) {
            case ChainText.Walk.Damaged(Content.Damaged damaged) ->
                throw new DamagedLogException(file + ": " + damaged.sentence());
            case ChainText.Walk.Whole whole -> resume(file, disk, whole);
        };
    }

    private static Resumed resume(Path file, Disk disk, ChainText.Walk.Whole whole) throws IOException {
        Optional<Path> torn = whole.rest().length == 0
                ? Optional.empty()
                : Optional.of(keep(file.resolveSibling(file.getFileName() + ".torn-" + (whole.lines() + 1)),
                        whole.rest(), disk));
        AppendFile opened = disk.open(file);
        try {
            if (torn.isPresent()) {
                opened.truncate(whole.length());
            }
            // What was read may stand in memory only; nothing is built on it before it is on disk.
            opened.force();
            return new Resumed(new ChainedLog(opened, whole.lines(), whole.head()), torn);
        } catch (IOException e) {
            throw closed(opened, e);
        }
    }

    /** The same line may be torn more than once; the bytes of the earlier time stay. */
    private static Path keep(Path wanted, byte[] bytes, Disk disk) throws IOException {
        Path file = wanted;
        for (int again = 2; disk.isFile(file); again++) {
            if (Arrays.equals(bytes(file, disk), bytes)) {
                break;
            }
            file = wanted.resolveSibling(wanted.getFileName() + "-" + again);
        }
        Replacement.write(file, bytes, disk);
        return file;
    }

    private static IOException closed(AppendFile file, IOException cause) {
        try {
            file.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        return cause;
    }

    /** The digest that the last whole line names, without verifying anything; empty when the file does not end with a whole line. */
    public static Optional<String> lastDigest(Path file, Disk disk) throws IOException {
        try (InputStream in = disk.read(file)) {
            in.skipNBytes(Math.max(0, disk.size(file) - ChainText.DIGEST_LENGTH));
            return ChainText.lastDigest(in.readAllBytes());
        }
    }

    /** Reads and verifies a whole log. */
    public static Content read(Path file, Disk disk) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        Walk walk = walk(file, disk, (object, digest) -> {
            lines.add(object);
            digests.add(digest);
        });
        return switch (walk) {
            case Walk.Damaged(Content.Damaged damaged) -> damaged;
            case Walk.Whole whole -> new Content.Verified(lines, digests, whole.torn());
        };
    }

    /** How reading a log line by line ended. */
    public sealed interface Walk {

        /**
         * Every line verifies.
         *
         * @param head digest of the last line; 64 zeros for an empty log
         * @param torn what stands after the last line feed, if anything; bytes that are no text are shown as replaced
         */
        record Whole(String head, Optional<String> torn) implements Walk {
        }

        /** A line does not fit. Nothing may be built on those that were told before it. */
        record Damaged(Content.Damaged damage) implements Walk {
        }
    }

    /**
     * Reads and verifies a whole log, one line in memory at a time.
     *
     * @param listener told each line, as a JSON object of its members, and its digest, before it is known whether the next one verifies
     */
    public static Walk walk(Path file, Disk disk, BiConsumer<String, String> listener) throws IOException {
        try (InputStream in = disk.read(file)) {
            return switch (ChainText.walk(in, listener)) {
                case ChainText.Walk.Damaged(Content.Damaged damaged) -> new Walk.Damaged(damaged);
                case ChainText.Walk.Whole whole -> new Walk.Whole(whole.head(), whole.rest().length == 0
                        ? Optional.empty()
                        : Optional.of(new String(whole.rest(), StandardCharsets.UTF_8)));
            };
        }
    }

    private static byte[] bytes(Path file, Disk disk) throws IOException {
        try (InputStream in = disk.read(file)) {
            return in.readAllBytes();
        }
    }

    /**
     * Appends one record. It is on disk only after {@link #force}.
     *
     * @param object a JSON object on one line, with at least one member
     * @return the digest of the new line
     */
    public synchronized String append(String object) throws IOException {
        requireWhole();
        String digest = digestOf(object);
        String members = members(object);
        writeWhole(ChainText.line(sequence + 1, head, members, digest).getBytes(StandardCharsets.UTF_8));
        sequence++;
        appended++;
        head = digest;
        return digest;
    }

    /**
     * The digest that the record would have as the next line.
     *
     * @param object a JSON object on one line, with at least one member
     */
    public synchronized String digestOf(String object) {
        return ChainText.digest(sequence + 1, head, members(object));
    }

    private static String members(String object) {
        if (!object.startsWith("{") || !object.endsWith("}") || object.length() < 3 || object.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("not a JSON object on one line");
        }
        return object.substring(1, object.length() - 1);
    }

    /** Returns when everything appended so far is on disk. */
    public void force() throws IOException {
        long wanted;
        synchronized (this) {
            requireWhole();
            wanted = appended;
        }
        synchronized (forcing) {
            if (forced >= wanted) {
                return;
            }
            long covered;
            synchronized (this) {
                requireWhole();
                covered = appended;
            }
            try {
                file.force();
            } catch (IOException e) {
                fail(e);
                throw e;
            }
            forced = covered;
        }
    }

    /** The digest of the last appended line. */
    public synchronized String head() {
        return head;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void writeWhole(byte[] bytes) throws IOException {
        try {
            file.write(bytes);
        } catch (IOException e) {
            fail(e);
            throw e;
        }
    }

    private synchronized void fail(IOException cause) {
        broken = Optional.of(cause);
    }

    private void requireWhole() throws IOException {
        if (broken.isPresent()) {
            throw new IOException("an earlier write to this log failed", broken.get());
        }
    }
}
