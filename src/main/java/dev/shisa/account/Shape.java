package dev.shisa.account;

import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The bucket of properties that decide how a command behaves on an account.
 *
 * @param buckets one bucket per trait that the command is shaped by
 */
public record Shape(SortedMap<ShapeTrait, String> buckets) implements Comparable<Shape> {
    private static final Comparator<Shape> ORDER = Comparator.comparing(Shape::label);

    public Shape {
        buckets = Collections.unmodifiableSortedMap(new TreeMap<>(buckets));
    }

    /** The shape of an account under the traits a command is shaped by. */
    public static Shape of(Observation account, Set<ShapeTrait> shapedBy) {
        TreeMap<ShapeTrait, String> buckets = new TreeMap<>();
        shapedBy.forEach(trait -> buckets.put(trait, trait.bucket(account)));
        return new Shape(buckets);
    }

    /** One line that names every bucket; equal shapes have equal labels. */
    public String label() {
        return buckets.entrySet().stream().map(e -> e.getKey().label() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
    }

    @Override
    public int compareTo(Shape other) {
        return ORDER.compare(this, other);
    }
}
