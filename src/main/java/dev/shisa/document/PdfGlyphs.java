package dev.shisa.document;

import java.util.regex.Pattern;

/**
 * Undoes what tables of glyphs make of characters that commands are written with. Fonts name the hyphen as a soft one,
 * and Adobe's table of Japanese glyphs names the bar as a broken bar and the en dash as a figure dash.
 */
final class PdfGlyphs {
    private static final Pattern HYPHEN = Pattern
            .compile("(?<=[A-Za-z])\u00AD(?=[A-Za-z]|$)|(?<=\\s)\u00AD(?=[A-Za-z?]|$)");

    private PdfGlyphs() {
    }

    /** The line with the characters that were meant, as long as before. */
    static Strand restored(Strand line) {
        String text = line.text();
        if (text.indexOf('\u00AD') < 0 && text.indexOf('\u00A6') < 0 && text.indexOf('\u2012') < 0) {
            return line;
        }
        return line.withText(HYPHEN.matcher(text.replace('\u00A6', '|').replace('\u2012', '\u2013')).replaceAll("-"));
    }
}
