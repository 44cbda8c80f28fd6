package dev.shisa.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the part of gettext's PO format that phrase books use: {@code msgid}, {@code msgstr}, texts over several lines, comments. Source:
 * GNU gettext manual, "The Format of PO Files". Everything else is a mistake.
 */
final class PortableObject {
    private final String name;
    private final Map<String, String> phrases = new LinkedHashMap<>();
    private final StringBuilder english = new StringBuilder();
    private final StringBuilder phrase = new StringBuilder();
    private State state = State.BETWEEN;
    private int line;

    private enum State {
        BETWEEN,
        ENGLISH,
        PHRASE
    }

    private PortableObject(String name) {
        this.name = name;
    }

    /**
     * The phrases of a file by their English text, in the order of the file, without the header.
     *
     * @param name of the file, for mistakes
     * @throws IllegalArgumentException when it is not in that format, or has a text twice or a phrase that is empty
     */
    static Map<String, String> read(String name, String content) {
        PortableObject file = new PortableObject(name);
        content.lines().forEach(file::line);
        file.end();
        return file.phrases;
    }

    private void line(String text) {
        line++;
        if (text.isBlank() || text.startsWith("#")) {
            end();
        } else if (text.startsWith("msgid ")) {
            end();
            state = State.ENGLISH;
            english.append(quoted(text.substring("msgid ".length())));
        } else if (text.startsWith("msgstr ") && state == State.ENGLISH) {
            state = State.PHRASE;
            phrase.append(quoted(text.substring("msgstr ".length())));
        } else if (state != State.BETWEEN) {
            (state == State.ENGLISH ? english : phrase).append(quoted(text));
        } else {
            throw mistake("nothing stands before this line to which it belongs");
        }
    }

    private void end() {
        if (state == State.ENGLISH) {
            throw mistake("msgstr is missing");
        }
        if (state == State.PHRASE && !english.isEmpty()) {
            if (phrase.isEmpty()) {
                throw mistake("the phrase is empty");
            }
            if (phrases.put(english.toString(), phrase.toString()) != null) {
                throw mistake("this text stood in the file before");
            }
        }
        english.setLength(0);
        phrase.setLength(0);
        state = State.BETWEEN;
    }

    private String quoted(String text) {
        if (text.length() < 2 || text.charAt(0) != '"' || !text.endsWith("\"")) {
            throw mistake("a text in quotes is expected");
        }
        StringBuilder plain = new StringBuilder();
        for (int at = 1; at < text.length() - 1; at++) {
            char letter = text.charAt(at);
            if (letter == '"') {
                throw mistake("a quote inside a text needs a backslash");
            }
            plain.append(letter == '\\' ? escaped(text, ++at) : letter);
        }
        return plain.toString();
    }

    private char escaped(String text, int at) {
        if (at >= text.length() - 1) {
            throw mistake("a backslash stands at the end");
        }
        return switch (text.charAt(at)) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '"' -> '"';
            case '\\' -> '\\';
            default -> throw mistake("\\" + text.charAt(at) + " means nothing here");
        };
    }

    private IllegalArgumentException mistake(String sentence) {
        return new IllegalArgumentException(String.join(" ", List.of(name, "line", line + ":", sentence + ".")));
    }
}
