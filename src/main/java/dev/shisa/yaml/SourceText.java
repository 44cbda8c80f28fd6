package dev.shisa.yaml;

import java.util.List;

/**
 * The text of a file, by lines.
 *
 * @param name the file's name for people
 * @param text all of it
 * @param lines its lines without their ends
 */
record SourceText(String name, String text, List<String> lines) {
    private static final int WIDTH = 100;
    private static final int BEFORE = 60;

    static SourceText of(String name, String text) {
        return new SourceText(name, text, List.of(text.split("\r\n|\r|\n", -1)));
    }

    /** The place of the character of that number, counted from 0 over the whole text. */
    Position position(int character) {
        int[] before = text.codePoints().limit(character).toArray();
        String start = new String(before, 0, before.length);
        String[] begun = start.split("\r\n|\r|\n", -1);
        return new Position(begun.length,
                begun[begun.length - 1].codePointCount(0, begun[begun.length - 1].length()) + 1);
    }

    Mistake mistake(Position at, String sentence) {
        return new Mistake(visible(name), at.line(), at.column(), visible(sentence), excerpt(at));
    }

    private String excerpt(Position at) {
        int[] line = at.line() <= lines.size() ? lines.get(at.line() - 1).codePoints().toArray() : new int[0];
        int caret = Math.min(at.column() - 1, line.length);
        int from = caret < WIDTH ? 0 : caret - BEFORE;
        int to = Math.min(line.length, from + WIDTH);
        return " | " + visible(new String(line, from, to - from)) + "\n | " + dots(line, from, caret) + "^";
    }

    // A wide character takes two columns of a terminal, so its dot must be wide too.
    private static String dots(int[] line, int from, int caret) {
        StringBuilder dots = new StringBuilder();
        for (int i = from; i < caret; i++) {
            dots.append(isWide(line[i]) ? '\uFF0E' : '.');
        }
        return dots.toString();
    }

    private static boolean isWide(int codePoint) {
        return Character.isIdeographic(codePoint) || isBetween(codePoint, 0x3000, 0x30FF)
                || isBetween(codePoint, 0xAC00, 0xD7A3) || isBetween(codePoint, 0xFF01, 0xFF60);
    }

    private static boolean isBetween(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }

    // What a file says must not move the cursor, colour the screen or turn the reading direction.
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().map(c -> isPlain(c) ? c : c == '\t' ? ' ' : '\uFFFD').forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED ->
                false;
            default -> true;
        };
    }
}
