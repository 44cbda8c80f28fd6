package dev.shisa.plan;

import dev.shisa.text.Text;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes text from outside safe to show, and look-alike characters recognisable. */
public final class Visible {
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final int MOST_NAMED = 3;
    private static final int MINUS = 0x2212;
    /** What a Japanese keyboard writes where a dash was meant. */
    private static final int LONG_VOWEL = 0x30FC;
    private static final Set<Byte> DECEPTIVE_TYPES = Set.of(Character.CONTROL, Character.FORMAT,
            Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
            Character.DASH_PUNCTUATION, Character.NON_SPACING_MARK);
    private static final Set<Character.UnicodeScript> DECEPTIVE_SCRIPTS = EnumSet.of(
            Character.UnicodeScript.CYRILLIC, Character.UnicodeScript.GREEK, Character.UnicodeScript.ARMENIAN,
            Character.UnicodeScript.CHEROKEE);

    private Visible() {
    }

    /** The text with every control, format and bidirectional character written as an escape. */
    public static String escape(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            if (type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR || type == Character.SURROGATE) {
                shown.append(String.format("\\u%04x", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    /**
     * What to say besides of a word that is refused, when it may only look like the one that was meant: full-width forms, dashes that are none, letters
     * of alphabets that look alike, and what cannot be seen.
     *
     * @return a sentence with a blank before it; empty where every character is what it looks like
     */
    public static Text hint(String text) {
        String found = text.codePoints().filter(point -> isDeceptive(point) || (point == LONG_VOWEL && !isKana(text)))
                .distinct().limit(MOST_NAMED)
                .mapToObj(point -> String.format("%s (U+%04X)", Character.getName(point), point))
                .collect(Collectors.joining(", "));
        return found.isEmpty()
                ? Text.of("")
                : Text.of(" It is written with characters that may only look like others: {0}.", found);
    }

    private static boolean isKana(String text) {
        return text.codePoints().mapToObj(Character.UnicodeScript::of).anyMatch(
                script -> script == Character.UnicodeScript.KATAKANA || script == Character.UnicodeScript.HIRAGANA);
    }

    private static boolean isDeceptive(int point) {
        if (point < FIRST_BEYOND_ASCII) {
            return Character.getType(point) == Character.CONTROL;
        }
        return DECEPTIVE_TYPES.contains((byte) Character.getType(point))
                || DECEPTIVE_SCRIPTS.contains(Character.UnicodeScript.of(point)) || point == MINUS
                || Character.isDigit(point)
                || folded(Character.toString(point)).codePoints().allMatch(other -> other < FIRST_BEYOND_ASCII);
    }

    /** The text with full-width and other compatibility forms replaced by what they look like. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
