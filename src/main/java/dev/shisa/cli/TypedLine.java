package dev.shisa.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line that is taken apart into words as a POSIX shell does: blanks part them, {@code '…'} keeps everything, {@code "…"} everything but a
 * backslash before {@code "} or a backslash. Nothing is expanded, and no sign means anything else.
 *
 * @param before the words that have an end
 * @param last the word that goes up to the end of the line; empty behind a blank
 * @param from where the last word begins, its quote included; the end of the line behind a blank
 * @param isWhole whether every quote has its other end, and every backslash something to keep
 */
record TypedLine(List<String> before, Optional<String> last, int from, boolean isWhole) {
    private static final char NONE = 0;

    TypedLine {
        before = List.copyOf(before);
    }

    /**
     * Takes a line apart.
     *
     * @param keeps whether a backslash keeps the character behind it; where paths are written with it, it is a letter like others
     */
    static TypedLine of(String line, boolean keeps) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int from = -1;
        char quote = NONE;
        boolean isKept = false;
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (quote == NONE && !isKept && Character.isWhitespace(letter)) {
                if (from >= 0) {
                    words.add(word.toString());
                    word.setLength(0);
                    from = -1;
                }
                continue;
            }
            from = from < 0 ? at : from;
            if (isKept) {
                word.append(quote == '"' && letter != '"' && letter != '\\' ? "\\" : "").append(letter);
                isKept = false;
            } else if (keeps && letter == '\\' && quote != '\'') {
                isKept = true;
            } else if (letter == quote) {
                quote = NONE;
            } else if (quote == NONE && (letter == '"' || letter == '\'')) {
                quote = letter;
            } else {
                word.append(letter);
            }
        }
        return new TypedLine(words, from < 0 ? Optional.empty() : Optional.of(word.toString()),
                from < 0 ? line.length() : from, quote == NONE && !isKept);
    }

    /** All words. */
    List<String> words() {
        return Stream.concat(before.stream(), last.stream()).toList();
    }

    /** A word as it has to be typed to be taken for itself. */
    static String quoted(String word, boolean keeps) {
        boolean isPlain = !word.isEmpty() && word.codePoints().noneMatch(
                point -> Character.isWhitespace(point) || point == '"' || point == '\'' || (keeps && point == '\\'));
        return isPlain ? word : "'" + word.replace("'", "'\"'\"'") + "'";
    }
}
