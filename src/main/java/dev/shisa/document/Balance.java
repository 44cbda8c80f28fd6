package dev.shisa.document;

/**
 * How far code is from complete: what is open behind the last line. Tolerant, since it is asked about prose as well, and
 * no parser. Not for use by several threads.
 */
final class Balance {
    private enum Inside {
        CODE,
        DOUBLE,
        SINGLE,
        DOUBLE_HERE,
        SINGLE_HERE,
        COMMENT
    }

    private Inside inside = Inside.CODE;
    private int depth;
    private String last = "";

    /** Takes the next line in. */
    void line(String line) {
        int index = 0;
        if (inside == Inside.DOUBLE_HERE || inside == Inside.SINGLE_HERE) {
            if (!closesHere(line)) {
                return;
            }
            inside = Inside.CODE;
            index = 2;
        }
        int significant = -1;
        while (index < line.length()) {
            int next = step(line, index);
            if (!Character.isWhitespace(line.charAt(index)) && inside != Inside.COMMENT && next != Integer.MAX_VALUE) {
                significant = Math.min(next, line.length()) - 1;
            }
            index = next;
        }
        last = significant < 0 ? "" : line.substring(0, significant + 1);
    }

    private int step(String line, int index) {
        char character = line.charAt(index);
        return switch (inside) {
            case CODE -> code(line, index, character);
            case DOUBLE -> quoted(index, Masked.isDouble(character), character == '`');
            case SINGLE -> quoted(index, Masked.isSingle(character), false);
            case COMMENT -> {
                if (line.startsWith("#>", index)) {
                    inside = Inside.CODE;
                    yield index + 2;
                }
                yield index + 1;
            }
            case DOUBLE_HERE, SINGLE_HERE -> Integer.MAX_VALUE;
        };
    }

    private int quoted(int index, boolean closes, boolean escapes) {
        if (closes) {
            inside = Inside.CODE;
        }
        return escapes ? index + 2 : index + 1;
    }

    private int code(String line, int index, char character) {
        if (character == '`') {
            return index + 2;
        }
        if (character == '@' && index + 1 < line.length() && isBlankFrom(line, index + 2)
                && (Masked.isDouble(line.charAt(index + 1)) || Masked.isSingle(line.charAt(index + 1)))) {
            inside = Masked.isDouble(line.charAt(index + 1)) ? Inside.DOUBLE_HERE : Inside.SINGLE_HERE;
            return line.length();
        }
        if (character == '#' && Masked.beginsWord(line, index)) {
            return Integer.MAX_VALUE;
        }
        if (line.startsWith("<#", index)) {
            inside = Inside.COMMENT;
            return index + 2;
        }
        if (Masked.isDouble(character)) {
            inside = Inside.DOUBLE;
        } else if (Masked.isSingle(character)) {
            inside = Inside.SINGLE;
        } else if ("{([".indexOf(character) >= 0) {
            depth++;
        } else if ("})]".indexOf(character) >= 0) {
            depth = Math.max(0, depth - 1);
        }
        return index + 1;
    }

    private static boolean isBlankFrom(String line, int from) {
        int index = from;
        while (index < line.length() && Character.isWhitespace(line.charAt(index))) {
            index++;
        }
        return index == line.length();
    }

    private boolean closesHere(String line) {
        String text = line.stripLeading();
        return text.length() > 1 && text.charAt(1) == '@' && (inside == Inside.DOUBLE_HERE
                ? Masked.isDouble(text.charAt(0))
                : Masked.isSingle(text.charAt(0)));
    }

    /** Whether the next line belongs to a text or comment, whatever is in it. */
    boolean insideText() {
        return inside == Inside.DOUBLE_HERE || inside == Inside.SINGLE_HERE || inside == Inside.COMMENT;
    }

    /** Whether a quote of one line is open. In prose this is more often an apostrophe than a text of several lines. */
    boolean insideQuotes() {
        return inside == Inside.DOUBLE || inside == Inside.SINGLE;
    }

    /** Takes an open quote for none. */
    void forgetQuotes() {
        if (insideQuotes()) {
            inside = Inside.CODE;
        }
    }

    /** Whether a brace, parenthesis, text or comment is open, or the last line ends with what needs another one. */
    boolean unfinished() {
        return depth > 0 || insideText() || continues();
    }

    /** Whether PowerShell itself goes on with the next line because of how this one ends. */
    boolean continues() {
        if (inside != Inside.CODE || last.isEmpty()) {
            return false;
        }
        char end = last.charAt(last.length() - 1);
        return end == '|' || end == ',' || end == '`' || (end == '=' && !last.endsWith("==")) || last.endsWith("&&");
    }
}
