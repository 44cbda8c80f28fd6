package dev.shisa.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Collects the mistakes of one file; used by one thread. Places are JSON pointers into the document; a place that is not there stands for its nearest parent. */
public final class Findings {
    /** More would help nobody and cost memory; the last one then says that there are more. */
    private static final int MOST = 100;

    private final SourceText source;
    private final Map<String, Position> values = new HashMap<>();
    private final Map<String, Position> keys = new HashMap<>();
    private final TreeSet<String> pointers = new TreeSet<>();
    private final TreeSet<Finding> found = new TreeSet<>();

    /** A mistake before its excerpt is cut: of very many on one very long line, few are ever shown. */
    private record Finding(Position at, String sentence) implements Comparable<Finding> {
        private static final Comparator<Finding> ORDER = Comparator.comparingInt((Finding f) -> f.at.line())
                .thenComparingInt(f -> f.at.column()).thenComparing(Finding::sentence);

        @Override
        public int compareTo(Finding other) {
            return ORDER.compare(this, other);
        }
    }

    Findings(SourceText source) {
        this.source = source;
    }

    void value(String pointer, Position at) {
        values.put(pointer, at);
    }

    void key(String pointer, Position at) {
        keys.put(pointer, at);
    }

    void at(Position position, String sentence) {
        found.add(new Finding(position, sentence));
    }

    /** A mistake in the value at that place. */
    public void at(String pointer, String sentence) {
        pointers.add(pointer);
        at(nearest(values, pointer), sentence);
    }

    /** A mistake in the key, or in the item of a list as a whole, at that place. */
    public void atKey(String pointer, String sentence) {
        pointers.add(pointer);
        at(nearest(keys, pointer), sentence);
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Whether a mistake was found at that place or below it. */
    public boolean isTouched(String pointer) {
        String below = pointers.ceiling(pointer + "/");
        return pointers.contains(pointer) || (below != null && below.startsWith(pointer + "/"));
    }

    /** Whether a mistake was found at exactly that place. */
    public boolean isAt(String pointer) {
        return pointers.contains(pointer);
    }

    /** The first mistakes in the order of the file. */
    public List<Mistake> sorted() {
        List<Mistake> first = new ArrayList<>();
        for (Finding finding : found) {
            if (first.size() == MOST) {
                first.add(
                        source.mistake(finding.at, "and so on: " + (found.size() - MOST) + " more mistakes from here"));
                break;
            }
            first.add(source.mistake(finding.at, finding.sentence));
        }
        return first;
    }

    private static Position nearest(Map<String, Position> places, String pointer) {
        String place = pointer;
        Position found = places.get(place);
        while (found == null && !place.isEmpty()) {
            place = place.substring(0, place.lastIndexOf('/'));
            found = places.get(place);
        }
        return found == null ? Position.START : found;
    }

    /** The pointer of a member. */
    public static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer of an item. */
    public static String child(String pointer, int index) {
        return pointer + "/" + index;
    }
}
