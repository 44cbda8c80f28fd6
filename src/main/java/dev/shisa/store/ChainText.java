package dev.shisa.store;

import dev.shisa.store.ChainedLog.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a {@link ChainedLog}: how a line is written, and whether lines follow from each other. */
final class ChainText {
    /** What the first line names as the digest of the line before it. */
    static final String GENESIS = "0".repeat(64);

    private static final Pattern LINE = Pattern
            .compile("\\{\"seq\":(\\d{1,18}),\"prev\":\"([0-9a-f]{64})\",(.*),\"digest\":\"([0-9a-f]{64})\"}",
                    Pattern.DOTALL);

    /** Bytes of the last member of a line, its line feed included. */
    static final int DIGEST_LENGTH = 78;

    private static final int BLOCK = 1 << 16;
    private static final int LINE_LENGTH = 1 << 12;

    private static final Pattern LAST_DIGEST = Pattern.compile(",\"digest\":\"([0-9a-f]{64})\"\\}\n$");

    private ChainText() {
    }

    /** The digest that the end of a log names; empty when it does not end with a whole line. */
    static Optional<String> lastDigest(byte[] end) {
        Matcher digest = LAST_DIGEST.matcher(new String(end, StandardCharsets.UTF_8));
        return digest.find() ? Optional.of(digest.group(1)) : Optional.empty();
    }

    /** One line, its line feed included. */
    static String line(long sequence, String previous, String members, String digest) {
        return "{\"seq\":" + sequence + ",\"prev\":\"" + previous + "\"," + members + ",\"digest\":\"" + digest
                + "\"}\n";
    }

    static String digest(long sequence, String previous, String members) {
        return Digest.of("{\"seq\":" + sequence + ",\"prev\":\"" + previous + "\"," + members + "}");
    }

    /** How verifying a log ended. */
    sealed interface Walk {

        /**
         * Every line verifies.
         *
         * @param lines how many
         * @param length their bytes
         * @param head digest of the last one
         * @param rest what stands behind the last line feed
         */
        @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
        record Whole(int lines, long length, String head, byte[] rest) implements Walk {
        }

        /** A line does not fit; those before it were told. */
        record Damaged(Content.Damaged what) implements Walk {
        }
    }

    /**
     * Verifies a log from its beginning to its end. Holds one line at a time.
     *
     * @param listener told each line that follows from those before it: its members as a JSON object, and its digest
     */
    static Walk walk(InputStream in, BiConsumer<String, String> listener) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(LINE_LENGTH);
        byte[] block = new byte[BLOCK];
        String previous = GENESIS;
        long length = 0;
        int number = 1;
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            int start = 0;
            for (int end = lineFeed(block, 0, read); end < read; end = lineFeed(block, start, read)) {
                line.write(block, start, end - start);
                byte[] bytes = line.toByteArray();
                Optional<Matcher> match = match(bytes, bytes.length);
                if (match.isEmpty()) {
                    return damaged(number, "line " + number + " is not a record of this log");
                }
                if (!follows(match.get(), number, previous)) {
                    return damaged(number,
                            "line " + number + " does not follow from the line before it, or was changed");
                }
                previous = match.get().group(4);
                listener.accept("{" + match.get().group(3) + "}", previous);
                length += bytes.length + 1;
                number++;
                line.reset();
                start = end + 1;
            }
            line.write(block, start, read - start);
        }
        byte[] rest = line.toByteArray();
        return isWholeButForItsEnd(rest, number, previous)
                ? damaged(number, "the end of line " + number + " was changed")
                : new Walk.Whole(number - 1, length, previous, rest);
    }

    private static Walk damaged(int line, String sentence) {
        return new Walk.Damaged(new Content.Damaged(line, sentence));
    }

    /**
     * Whether the last line is whole, with another byte where its line feed belongs. A power cut leaves bytes out, or zeros in their place;
     * it does not leave others. Taken for torn, a record that was on disk would count as not written.
     */
    private static boolean isWholeButForItsEnd(byte[] rest, int number, String previous) {
        int last = rest.length - 1;
        return last > 0 && rest[last] != 0
                && match(rest, last).filter(line -> follows(line, number, previous)).isPresent();
    }

    private static boolean follows(Matcher line, int number, String previous) {
        return line.group(1).equals(Integer.toString(number)) && line.group(2).equals(previous)
                && line.group(4).equals(digest(number, previous, line.group(3)));
    }

    /** Empty where so many bytes from the beginning are no text, or no line of a log. */
    private static Optional<Matcher> match(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOf(bytes, length))) {
            return Optional.empty();
        }
        Matcher line = LINE.matcher(text);
        return line.matches() ? Optional.of(line) : Optional.empty();
    }

    /** Where the next line feed is; the end where there is none. */
    private static int lineFeed(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        return at;
    }
}
