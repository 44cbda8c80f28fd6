package dev.shisa.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An append-only file in which every line names the digest of the line before it. For example
 *
 * <pre>
 * {"seq":1,"prev":"0000…","type":"opened","run":"r-1","digest":"6ab4…"}
 * {"seq":2,"prev":"6ab4…","type":"closed","status":"completed","digest":"91c0…"}
 * </pre>
 *
 * The digest of a line is the SHA-256 of its text up to, but without, {@code ,"digest"}, followed by a closing brace. A last line without
 * its line feed is what a power cut leaves: it counts as not written, and its bytes are kept. Anything else that does not fit is damage.
 *
 * <p>
 * Safe for several threads. Many appended lines may share one flush: {@link #force} returns when everything appended before the call is
 * on disk. A failed append or flush is final: every later call fails too, because nobody knows any more what is on disk.
 */
public final class ChainedLog implements AutoCloseable {
    /** Bytes of {@code ,"digest":"…64…"}} and a line feed. */
    private static final int LAST_MEMBER = 78;
    private static final Pattern LAST_DIGEST = Pattern.compile(",\"digest\":\"([0-9a-f]{64})\"\\}\n$");
    private static final String GENESIS = "0".repeat(64);
    private static final Pattern LINE = Pattern
            .compile("\\{\"seq\":(\\d{1,18}),\"prev\":\"([0-9a-f]{64})\",(.*),\"digest\":\"([0-9a-f]{64})\"}",
                    Pattern.DOTALL);

    // Not a channel: a thread that is asked to stop in the middle of a write would close it for all others.
    private final RandomAccessFile file;
    private final Object forcing = new Object();
    private long sequence;
    private String head;
    private long appended;
    private long forced;
    private Optional<IOException> broken = Optional.empty();

    private ChainedLog(RandomAccessFile file, long sequence, String head) {
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
         * @param head digest of the last line; 64 zeros for an empty log
         * @param torn what stands after the last line feed, if anything; bytes that are no text are shown as replaced
         */
        record Verified(List<String> lines, String head, Optional<String> torn) implements Content {
            public Verified {
                lines = List.copyOf(lines);
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

    /** Makes a new log. */
    public static ChainedLog create(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Store.createPrivately(parent);
        }
        Files.createFile(file);
        RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw");
        if (parent != null) {
            Store.forceFolder(parent);
        }
        return new ChainedLog(opened, 0, GENESIS);
    }

    /**
     * Goes on with a log that verifies and has no torn line.
     *
     * @throws IOException when it does not verify or cannot be opened
     */
    public static ChainedLog resume(Path file) throws IOException {
        return switch (read(file)) {
            case Content.Damaged damaged -> throw new IOException(file + ": " + damaged.sentence());
            case Content.Verified verified -> {
                if (verified.torn().isPresent()) {
                    throw new IOException(file + ": its last line is torn");
                }
                RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw");
                opened.seek(opened.length());
                yield new ChainedLog(opened, verified.lines().size(), verified.head());
            }
        };
    }

    /** The digest that the last whole line names, without verifying anything; empty when the file does not end with a whole line. */
    public static Optional<String> lastDigest(Path file) throws IOException {
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, opened.length() - LAST_MEMBER);
            byte[] tail = new byte[(int) (opened.length() - from)];
            opened.seek(from);
            opened.readFully(tail);
            Matcher end = LAST_DIGEST.matcher(new String(tail, StandardCharsets.UTF_8));
            return end.find() ? Optional.of(end.group(1)) : Optional.empty();
        }
    }

    /** Reads and verifies a whole log. */
    public static Content read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<String> lines = new ArrayList<>();
        String previous = GENESIS;
        int start = 0;
        for (int end = lineFeed(bytes, start); end >= 0; end = lineFeed(bytes, start)) {
            String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
            boolean isText = Arrays.equals(text.getBytes(StandardCharsets.UTF_8),
                    Arrays.copyOfRange(bytes, start, end));
            Matcher line = LINE.matcher(text);
            int number = lines.size() + 1;
            if (!isText || !line.matches()) {
                return new Content.Damaged(number, "line " + number + " is not a record of this log");
            }
            String digest = Digest.of(unsigned(number, previous, line.group(3)));
            if (!line.group(1).equals(Long.toString(number)) || !line.group(2).equals(previous)
                    || !line.group(4).equals(digest)) {
                return new Content.Damaged(number,
                        "line " + number + " does not follow from the line before it, or was changed");
            }
            lines.add("{" + line.group(3) + "}");
            previous = digest;
            start = end + 1;
        }
        Optional<String> torn = start < bytes.length
                ? Optional.of(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8))
                : Optional.empty();
        return new Content.Verified(lines, previous, torn);
    }

    private static int lineFeed(byte[] bytes, int from) {
        for (int at = from; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    /**
     * Appends one record. It is on disk only after {@link #force}.
     *
     * @param object a JSON object on one line, with at least one member
     * @return the digest of the new line
     */
    public synchronized String append(String object) throws IOException {
        requireWhole();
        if (!object.startsWith("{") || !object.endsWith("}") || object.length() < 3 || object.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("not a JSON object on one line");
        }
        String members = object.substring(1, object.length() - 1);
        String digest = Digest.of(unsigned(sequence + 1, head, members));
        String line = "{\"seq\":" + (sequence + 1) + ",\"prev\":\"" + head + "\"," + members + ",\"digest\":\"" + digest
                + "\"}\n";
        writeWhole(line.getBytes(StandardCharsets.UTF_8));
        sequence++;
        appended++;
        head = digest;
        return digest;
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
                file.getFD().sync();
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

    private static String unsigned(long sequence, String previous, String members) {
        return "{\"seq\":" + sequence + ",\"prev\":\"" + previous + "\"," + members + "}";
    }
}
