package dev.shisa.powershell;

import org.jspecify.annotations.Nullable;

/**
 * A text, or a part of one that is read as a text of its own: {@code $( … )} within quotes. As in PowerShell's tokenizer
 * (ScanSubExpression), it ends where the parentheses are even, whatever they stand in, and of two double quotes, or of a backtick and one,
 * only the latter counts.
 */
final class Excerpt {
    private final String text;
    private final int base;
    private final int length;
    private final int @Nullable [] places;

    /** A part of a whole text. */
    Excerpt(String whole, Span part) {
        this(whole.substring(part.start(), part.end()), part.start(), part.end() - part.start(), null);
    }

    private Excerpt(String text, int base, int length, int @Nullable [] places) {
        this.text = text;
        this.base = base;
        this.length = length;
        this.places = places;
    }

    String text() {
        return text;
    }

    /** How many characters it takes of the text around it. */
    int length() {
        return length;
    }

    /** Where in the whole text a place of this one is. */
    int place(int offset) {
        return places == null ? base + offset : places[offset];
    }

    /**
     * The part between the parenthesis that opens here and the one that closes it, with both; nothing where none does.
     *
     * @param isHere whether it stands in a here-string, where quotes are as they are
     */
    @Nullable
    Excerpt parenthesis(int from, boolean isHere) {
        int open = 0;
        int skipped = 0;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open == 0) {
                return between(from, at + 1, skipped);
            }
            if (!isHere && isEscape(at)) {
                skipped++;
                at++;
            }
        }
        return null;
    }

    private boolean isEscape(int at) {
        char c = text.charAt(at);
        return (c == '`' || Characters.isDoubleQuote(c)) && at + 1 < text.length()
                && Characters.isDoubleQuote(text.charAt(at + 1));
    }

    private Excerpt between(int from, int to, int skipped) {
        if (skipped == 0 && places == null) {
            return new Excerpt(text.substring(from, to), base + from, to - from, null);
        }
        StringBuilder kept = new StringBuilder(to - from);
        int[] keptPlaces = new int[to - from - skipped + 1];
        for (int at = from; at < to; at++) {
            if (skipped > 0 && isEscape(at)) {
                at++;
            }
            keptPlaces[kept.length()] = place(at);
            kept.append(text.charAt(at));
        }
        keptPlaces[kept.length()] = place(to);
        return new Excerpt(kept.toString(), 0, to - from, keptPlaces);
    }
}
