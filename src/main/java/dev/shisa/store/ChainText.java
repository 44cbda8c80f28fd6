package dev.shisa.store;

import dev.shisa.store.ChainedLog.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** How many bytes there are up to and with the last line feed. */
    static int wholeLength(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] != '\n') {
            length--;
        }
        return length;
    }

    /** Verifies a whole log. */
    static Content read(byte[] bytes) {
        int whole = wholeLength(bytes);
        List<String> lines = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        String previous = GENESIS;
        for (int start = 0; start < whole;) {
            int end = lineFeed(bytes, start);
            int number = lines.size() + 1;
            Optional<Matcher> line = match(bytes, start, end);
            if (line.isEmpty()) {
                return new Content.Damaged(number, "line " + number + " is not a record of this log");
            }
            if (!follows(line.get(), number, previous)) {
                return new Content.Damaged(number,
                        "line " + number + " does not follow from the line before it, or was changed");
            }
            lines.add("{" + line.get().group(3) + "}");
            previous = line.get().group(4);
            digests.add(previous);
            start = end + 1;
        }
        if (isWholeButForItsEnd(bytes, whole, lines.size() + 1, previous)) {
            return new Content.Damaged(lines.size() + 1, "the end of line " + (lines.size() + 1) + " was changed");
        }
        Optional<String> torn = whole < bytes.length
                ? Optional.of(new String(bytes, whole, bytes.length - whole, StandardCharsets.UTF_8))
                : Optional.empty();
        return new Content.Verified(lines, digests, torn);
    }

    /**
     * Whether the last line is whole, with another byte where its line feed belongs. A power cut leaves bytes out, or zeros in their place;
     * it does not leave others. Taken for torn, a record that was on disk would count as not written.
     */
    private static boolean isWholeButForItsEnd(byte[] bytes, int start, int number, String previous) {
        int last = bytes.length - 1;
        return start < last && bytes[last] != 0
                && match(bytes, start, last).filter(line -> follows(line, number, previous)).isPresent();
    }

    private static boolean follows(Matcher line, int number, String previous) {
        return line.group(1).equals(Integer.toString(number)) && line.group(2).equals(previous)
                && line.group(4).equals(digest(number, previous, line.group(3)));
    }

    /** Empty where the bytes are no text, or no line of a log. */
    private static Optional<Matcher> match(byte[] bytes, int start, int end) {
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, start, end))) {
            return Optional.empty();
        }
        Matcher line = LINE.matcher(text);
        return line.matches() ? Optional.of(line) : Optional.empty();
    }

    /** There is one: it is asked only before the last. */
    private static int lineFeed(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != '\n') {
            at++;
        }
        return at;
    }
}
