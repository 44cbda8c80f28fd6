package dev.shisa.document;

import org.jsoup.parser.Parser;

/** Gives the characters of a text that a markup reader decoded the places of the source they were written as. */
final class Alignment {
    private static final int LONGEST_ENTITY = 34;

    private final Strand source;
    private final String decoded;
    private final Strand.Builder aligned = new Strand.Builder();
    private int from;
    private int to;

    private Alignment(Strand source, String decoded) {
        this.source = source;
        this.decoded = decoded;
    }

    /** The decoded text. What cannot be found in the source gets the place where it should have been. */
    static Strand of(Strand source, String decoded) {
        if (source.text().equals(decoded)) {
            return source;
        }
        Alignment alignment = new Alignment(source, decoded);
        while (alignment.to < decoded.length()) {
            alignment.step();
        }
        return alignment.aligned.build();
    }

    private void step() {
        String text = source.text();
        char wanted = decoded.charAt(to);
        if (from >= text.length()) {
            take(1, 0);
        } else if (text.charAt(from) == '&' && entity(text)) {
            return;
        } else if (isSame(text.charAt(from), wanted)) {
            take(1, 1);
        } else if (text.charAt(from) == '\\' || text.charAt(from) == '`' || isBlank(text.charAt(from))) {
            from++;
        } else {
            take(1, 0);
        }
    }

    private static boolean isSame(char written, char wanted) {
        return written == wanted || (isBlank(written) && isBlank(wanted));
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\n' || character == '\t';
    }

    private boolean entity(String text) {
        int end = from + 1;
        int last = Math.min(text.length(), from + LONGEST_ENTITY);
        while (end < last && (CommandName.isAsciiLetterOrDigit(text.charAt(end)) || text.charAt(end) == '#')) {
            end++;
        }
        String written = text.substring(from, end < last && text.charAt(end) == ';' ? end + 1 : end);
        String meant = Parser.unescapeEntities(written, false);
        if (meant.equals(written) || !decoded.startsWith(meant, to)) {
            return false;
        }
        take(meant.length(), written.length());
        return true;
    }

    /** Places so many characters of the decoded text where the source stands, and goes on in both. */
    private void take(int characters, int written) {
        Place place = source.place(Math.max(0, Math.min(from, source.length() - 1)));
        for (int index = 0; index < characters; index++) {
            aligned.append(decoded.charAt(to + index), place);
        }
        to += characters;
        from += written;
    }
}
