package dev.shisa.document;

import java.util.List;

/** A piece of code that was found in a file, each of its characters with its place there. Immutable. */
public final class Passage {
    private final Kind kind;
    private final Strand strand;
    private final boolean joined;
    private final List<String> lines;

    /** Where in a file the code was found. */
    public enum Kind {
        /** A whole file. */
        SCRIPT,
        /** What a document sets apart: a fence, an indented block, preformatted text, a table cell. */
        BLOCK,
        /** Lines that stand in prose. */
        LINE
    }

    Passage(Kind kind, Strand strand, boolean joined) {
        this(kind, strand, joined, List.of());
    }

    private Passage(Kind kind, Strand strand, boolean joined, List<String> lines) {
        this.kind = kind;
        this.strand = strand;
        this.joined = joined;
        this.lines = lines;
    }

    /** The same passage, of a file with these lines. What markup adds to a text has no place beyond the end of its line. */
    Passage within(List<String> fileLines) {
        return new Passage(kind, strand, joined, fileLines);
    }

    /** Where in the file it was found. */
    public Kind kind() {
        return kind;
    }

    /** What a parser reads. Lines are separated by a line feed. */
    public String text() {
        return strand.text();
    }

    /**
     * Where a character of the text stands in the file.
     *
     * @param offset from 0 to the length of the text, both included; the last one is the place behind the text
     */
    public Place place(int offset) {
        Place place = strand.place(offset);
        int longest = place.line() <= lines.size() ? lines.get(place.line() - 1).length() + 1 : Integer.MAX_VALUE;
        return place.column() <= longest ? place : new Place(place.line(), longest);
    }

    /** Whether a line break was taken out that only the document's wrapping had put in. */
    public boolean joined() {
        return joined;
    }
}
