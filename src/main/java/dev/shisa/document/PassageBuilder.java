package dev.shisa.document;

/** Puts a passage together line by line, and knows whether it is complete. Not for use by several threads. */
final class PassageBuilder {
    private static final int TAIL = 200;

    private final Passage.Kind kind;
    private final Strand.Builder strand = new Strand.Builder();
    private final Balance balance = new Balance();
    private String tail = "";
    private boolean joined;
    private boolean begun;

    PassageBuilder(Passage.Kind kind) {
        this.kind = kind;
    }

    boolean begun() {
        return begun;
    }

    Balance balance() {
        return balance;
    }

    /** The end of the last line, long enough to see how it ends. */
    String tail() {
        return tail;
    }

    /** A new line. */
    void line(Strand line) {
        if (begun) {
            strand.append('\n', strand.end());
        }
        begun = true;
        strand.append(line);
        tail = end(line.text());
        balance.line(line.text());
    }

    /** The rest of the last line, which the document's wrapping put into a line of its own. */
    void join(Strand rest, Wrapping wrapping) {
        String blank = wrapping == Wrapping.BLANK ? " " : "";
        if (!blank.isEmpty()) {
            strand.append(' ', strand.end());
        }
        strand.append(rest);
        tail = end(tail + blank + end(rest.text()));
        balance.line(blank + rest.text());
        joined = true;
    }

    private static String end(String line) {
        return line.substring(Math.max(0, line.length() - TAIL));
    }

    Passage build() {
        return new Passage(kind, strand.build(), joined);
    }
}
