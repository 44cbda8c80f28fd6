package dev.shisa.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads for tests, and shows what was read. */
final class Readings {
    private Readings() {
    }

    static Reading.Understood understood(String name, byte[] bytes) {
        return assertInstanceOf(Reading.Understood.class, Documents.read(name, bytes));
    }

    static Reading.Understood understood(String name, String text) {
        return understood(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static String reason(String name, byte[] bytes) {
        return assertInstanceOf(Reading.Unreadable.class, Documents.read(name, bytes)).reason();
    }

    static List<String> texts(Reading.Understood reading) {
        return reading.passages().stream().map(Passage::text).toList();
    }

    /** A reading as text: format, encoding, remarks, and each passage with its kind and the place of its first character. */
    static String shown(Reading.Understood reading) {
        StringBuilder shown = new StringBuilder(reading.format() + " " + reading.encoding() + "\n");
        reading.remarks().forEach(remark -> shown.append("remark: ").append(remark).append('\n'));
        for (Passage passage : reading.passages()) {
            Place first = passage.place(0);
            shown.append("== ").append(passage.kind()).append(' ').append(first.line()).append(':')
                    .append(first.column()).append(passage.joined() ? " joined" : "").append('\n');
            shown.append(passage.text()).append('\n');
        }
        return shown.toString();
    }

    /** Every place is in the file, and in the order of the text; the characters there are the ones of the passage. */
    static void assertPlaces(Reading.Understood reading, boolean asWritten) {
        for (Passage passage : reading.passages()) {
            String text = passage.text();
            int wrong = 0;
            for (int offset = 0; offset <= text.length(); offset++) {
                Place place = passage.place(offset);
                assertTrue(place.line() >= 1 && place.line() <= reading.lines().size(), place + " in " + text);
                String line = reading.lines().get(place.line() - 1);
                assertTrue(place.column() >= 1 && place.column() <= line.length() + 1, place + " in " + text);
                if (offset < text.length() && !Character.isWhitespace(text.charAt(offset))) {
                    boolean same = place.column() <= line.length()
                            && line.charAt(place.column() - 1) == text.charAt(offset);
                    wrong += same ? 0 : 1;
                }
            }
            assertEquals(0, asWritten ? wrong : 0, () -> "characters at other places: " + text);
        }
    }
}
