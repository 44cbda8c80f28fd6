package dev.shisa.catalog;

import java.util.Comparator;

/**
 * One mistake in a catalog file. Mistakes sort in the order of the file.
 *
 * @param file the name of the file as it was given
 * @param line from 1
 * @param column in characters, from 1
 * @param sentence what is wrong, for people
 * @param excerpt the line with a caret under the spot, on two lines; control characters are made visible
 */
public record Mistake(String file, int line, int column, String sentence, String excerpt)
        implements
            Comparable<Mistake> {
    private static final Comparator<Mistake> ORDER = Comparator.comparingInt(Mistake::line)
            .thenComparingInt(Mistake::column).thenComparing(Mistake::sentence);

    /** The mistake as it is shown: the place, the sentence, the excerpt. */
    public String render() {
        return file + ":" + line + ":" + column + ": " + sentence + "\n" + excerpt;
    }

    @Override
    public int compareTo(Mistake other) {
        return ORDER.compare(this, other);
    }
}
