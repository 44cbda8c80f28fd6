package dev.shisa.document;

import java.util.ArrayList;
import java.util.List;

/** A line of a document in which some words may be set as code. Not for use by several threads. */
final class MixedLine {
    private final List<Strand> pieces = new ArrayList<>();
    private final List<Boolean> code = new ArrayList<>();

    void text(Strand text) {
        pieces.add(text);
        code.add(false);
    }

    void code(Strand text) {
        pieces.add(text);
        code.add(true);
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** Whether all of it is set as code. */
    boolean isCode() {
        return !pieces.isEmpty() && onlyCode();
    }

    /** The line for reading as prose, without the words that {@link #spans()} hands out. */
    Strand line() {
        boolean whole = onlyCode();
        Strand.Builder line = new Strand.Builder();
        for (int piece = 0; piece < pieces.size(); piece++) {
            Strand text = pieces.get(piece);
            if (!code.get(piece) || whole) {
                line.append(text);
            } else if (text.length() > 0) {
                line.append(SectionList.REPLACED, text.place(0));
            }
        }
        return line.build();
    }

    /** Commands set as code among other words, each with more to it than its name. */
    List<Strand> spans() {
        List<Strand> spans = new ArrayList<>();
        boolean whole = onlyCode();
        for (int piece = 0; piece < pieces.size() && !whole; piece++) {
            Strand text = pieces.get(piece);
            if (code.get(piece) && CodeLine.namesCommand(text.text()) && !CodeLine.isBareName(text.text())) {
                spans.add(text);
            }
        }
        return spans;
    }

    /** A marker of a list or a prompt beside code is no word. */
    private boolean onlyCode() {
        for (int piece = 0; piece < pieces.size(); piece++) {
            String text = pieces.get(piece).text();
            if (!code.get(piece) && !text.isBlank() && Prefix.of(text + " ").length() < text.stripTrailing().length()) {
                return false;
            }
        }
        return true;
    }
}
