package dev.shisa.plan;

import java.text.Normalizer;

/** Makes text from outside safe to show, and look-alike characters recognisable. */
public final class Visible {
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

    /** The text with full-width and other compatibility forms replaced by what they look like. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
