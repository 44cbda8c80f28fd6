package dev.shisa.document;

/** A piece of code that was found in a file, each of its characters with its place there. Immutable. */
public final class Passage {
    private final Kind kind;
    private final Strand strand;
    private final boolean joined;

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
        this.kind = kind;
        this.strand = strand;
        this.joined = joined;
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
        return strand.place(offset);
    }

    /** Whether a line break was taken out that only the document's wrapping had put in. */
    public boolean joined() {
        return joined;
    }
}
