package dev.shisa.cli;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.WCWidth;

/**
 * Text broken into lines, by the width that terminals give to characters: most East Asian ones take two columns, combining ones none.
 *
 * @param columns how many there are; at least 20, and {@link #ENDLESS} where nothing is broken
 * @param locale whose rules say where a line may end
 */
record Layout(int columns, Locale locale) {
    static final int ENDLESS = Integer.MAX_VALUE;
    private static final int FEWEST = 20;

    Layout {
        columns = Math.max(FEWEST, columns);
    }

    /** How many columns a text takes. */
    static int width(String text) {
        return text.codePoints().map(letter -> Math.max(0, WCWidth.wcwidth(letter))).sum();
    }

    /** The text with blanks behind it, up to that width. */
    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** As much of the text as fits into that many columns; where something is cut off, an ellipsis says so. */
    static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 1;
        for (int letter : text.codePoints().toArray()) {
            used += Math.max(0, WCWidth.wcwidth(letter));
            if (used > width) {
                break;
            }
            kept.appendCodePoint(letter);
        }
        return kept + "…";
    }

    /**
     * The text in lines that fit.
     *
     * @param lead what stands in front of the first line, in the same line
     * @param indent blanks in front of every further line
     */
    List<String> lines(String lead, String text, int indent) {
        if (columns == ENDLESS || width(lead) + width(text) <= columns) {
            return List.of(lead + text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(lead);
        int start = width(lead);
        int used = start;
        for (String piece : pieces(text, columns - Math.min(indent, columns / 2))) {
            int width = width(piece.stripTrailing());
            if (used + width > columns && used > start) {
                lines.add(line.toString().stripTrailing());
                start = Math.min(indent, columns / 2);
                line = new StringBuilder(" ".repeat(start));
                used = start;
            }
            line.append(piece);
            used += width(piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** Pieces between which a line may end; one that is longer than a whole line is cut, because it cannot be shown otherwise. */
    private List<String> pieces(String text, int most) {
        BreakIterator breaks = BreakIterator.getLineInstance(locale);
        breaks.setText(text);
        List<String> pieces = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (to == text.length() || !isWithinName(text.charAt(to - 1), text.charAt(to))) {
                chop(text.substring(from, to), most, pieces);
                from = to;
            }
        }
        return pieces;
    }

    /** The rules of languages end a line after any hyphen or colon, but names, times and paths are copied and read as a whole. */
    private static boolean isWithinName(char before, char after) {
        return before > ' ' && before < 0x7f && after > ' ' && after < 0x7f;
    }

    private static void chop(String piece, int most, List<String> pieces) {
        StringBuilder part = new StringBuilder();
        int used = 0;
        for (int letter : piece.codePoints().toArray()) {
            int width = Math.max(0, WCWidth.wcwidth(letter));
            if (used + width > most && letter != ' ') {
                pieces.add(part.toString());
                part.setLength(0);
                used = 0;
            }
            part.appendCodePoint(letter);
            used += width;
        }
        pieces.add(part.toString());
    }
}
