package dev.shisa.document;

import java.util.Arrays;

/**
 * Text whose every character knows its place in a file. Kept as runs: within one, the column grows by one with each
 * character. Immutable.
 */
final class Strand {
    private final String text;
    private final int[] starts;
    private final int[] lines;
    private final int[] columns;

    private Strand(String text, int[] starts, int[] lines, int[] columns) {
        this.text = text;
        this.starts = starts;
        this.lines = lines;
        this.columns = columns;
    }

    /** One line of a file, or a part of it. */
    static Strand of(String text, int line, int column) {
        return new Strand(text, new int[]{0}, new int[]{line}, new int[]{column});
    }

    /** A whole text, its lines separated by line feeds, from line 1. */
    static Strand ofLines(String text, int count) {
        int[] starts = new int[count];
        int[] lines = new int[count];
        int[] columns = new int[count];
        int start = 0;
        for (int line = 0; line < count; line++) {
            starts[line] = start;
            lines[line] = line + 1;
            columns[line] = 1;
            start = text.indexOf('\n', start) + 1;
        }
        return new Strand(text, starts, lines, columns);
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    Place place(int offset) {
        if (offset < 0 || offset > text.length()) {
            throw new IndexOutOfBoundsException("offset " + offset + " of " + text.length());
        }
        int run = run(offset);
        return new Place(lines[run], columns[run] + offset - starts[run]);
    }

    private int run(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** From one offset to before another. */
    Strand part(int from, int to) {
        if (from == 0 && to == text.length()) {
            return this;
        }
        int first = run(from);
        int last = run(Math.max(from, to - 1));
        int[] partStarts = Arrays.copyOfRange(starts, first, last + 1);
        int[] partColumns = Arrays.copyOfRange(columns, first, last + 1);
        partColumns[0] += from - partStarts[0];
        partStarts[0] = from;
        for (int run = 0; run < partStarts.length; run++) {
            partStarts[run] -= from;
        }
        return new Strand(text.substring(from, to), partStarts, Arrays.copyOfRange(lines, first, last + 1),
                partColumns);
    }

    Strand from(int from) {
        return part(from, text.length());
    }

    /** Without white space at its end. */
    Strand stripTrailing() {
        return part(0, text.stripTrailing().length());
    }

    /** The same places with other characters, one for each. */
    Strand withText(String other) {
        if (other.length() != text.length()) {
            throw new IllegalArgumentException("another length");
        }
        return new Strand(other, starts, lines, columns);
    }

    /** Puts a strand together. Not for use by several threads. */
    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private int[] starts = new int[4];
        private int[] lines = new int[4];
        private int[] columns = new int[4];
        private int runs;

        Builder append(char character, Place place) {
            return append(character, place.line(), place.column());
        }

        Builder append(char character, int line, int column) {
            begin(line, column);
            text.append(character);
            return this;
        }

        Builder append(Strand strand) {
            for (int run = 0; run < strand.starts.length; run++) {
                int end = run + 1 < strand.starts.length ? strand.starts[run + 1] : strand.length();
                begin(strand.lines[run], strand.columns[run]);
                text.append(strand.text, strand.starts[run], end);
            }
            return this;
        }

        private void begin(int line, int column) {
            int last = runs - 1;
            if (last >= 0 && lines[last] == line && columns[last] + text.length() - starts[last] == column) {
                return;
            }
            if (last >= 0 && starts[last] == text.length()) {
                runs--;
            }
            if (runs == starts.length) {
                starts = Arrays.copyOf(starts, runs * 2);
                lines = Arrays.copyOf(lines, runs * 2);
                columns = Arrays.copyOf(columns, runs * 2);
            }
            starts[runs] = text.length();
            lines[runs] = line;
            columns[runs] = column;
            runs++;
        }

        int length() {
            return text.length();
        }

        /** The place behind what is there, or the first of the file. */
        Place end() {
            return runs == 0
                    ? new Place(1, 1)
                    : new Place(lines[runs - 1], columns[runs - 1] + text.length() - starts[runs - 1]);
        }

        Strand build() {
            if (runs == 0) {
                return of("", 1, 1);
            }
            return new Strand(text.toString(), Arrays.copyOf(starts, runs), Arrays.copyOf(lines, runs),
                    Arrays.copyOf(columns, runs));
        }
    }
}
