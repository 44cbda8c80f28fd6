package dev.shisa.account;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Sorted sets that nobody changes any more. */
final class FrozenSet {
    private FrozenSet() {
    }

    /**
     * A sorted copy in natural order. Most sets of an account are empty, and a run holds some twenty of them for each target, so all the
     * empty ones are one.
     */
    static <T extends Comparable<? super T>> SortedSet<T> of(Collection<T> values) {
        return values.isEmpty()
                ? Collections.emptySortedSet()
                : Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }
}
