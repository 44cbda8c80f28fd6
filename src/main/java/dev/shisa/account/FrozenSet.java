package dev.shisa.account;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A sorted set in natural order that nobody changes any more. A run holds some twenty of them for each target, so one is an array and nothing
 * else; a tree takes ten times as much memory.
 */
// What is asked of these sets is little; a navigable set would be twice as many methods that nobody calls.
@SuppressWarnings("JdkObsolete")
final class FrozenSet<T extends Comparable<? super T>> extends AbstractSet<T> implements SortedSet<T> {
    private final Object[] sorted;

    private FrozenSet(Object[] sorted) {
        this.sorted = sorted;
    }

    /** A sorted copy in natural order. Most sets of an account are empty, so all the empty ones are one. */
    static <T extends Comparable<? super T>> SortedSet<T> of(Collection<T> values) {
        if (values instanceof FrozenSet<T> frozen) {
            return frozen;
        }
        return values.isEmpty() ? Collections.emptySortedSet() : new FrozenSet<>(new TreeSet<>(values).toArray());
    }

    @Override
    public int size() {
        return sorted.length;
    }

    @Override
    public boolean contains(Object value) {
        return Arrays.binarySearch(sorted, value) >= 0;
    }

    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < sorted.length;
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return at(next++);
            }
        };
    }

    /** Only what came out of a set of this type lies in the array. */
    @SuppressWarnings("unchecked")
    private T at(int index) {
        return (T) sorted[index];
    }

    @Override
    public @Nullable Comparator<? super T> comparator() {
        return null;
    }

    @Override
    public SortedSet<T> subSet(T from, T to) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(this).subSet(from, to));
    }

    @Override
    public SortedSet<T> headSet(T to) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(this).headSet(to));
    }

    @Override
    public SortedSet<T> tailSet(T from) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(this).tailSet(from));
    }

    @Override
    public T first() {
        return at(0);
    }

    @Override
    public T last() {
        return at(sorted.length - 1);
    }
}
