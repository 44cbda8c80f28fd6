package dev.shisa.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@SuppressWarnings("JdkObsolete") // what is tested is such a set
class FrozenSetTest {
    @Test
    void itIsWhatATreeOfTheSameIs() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Integer> values = random.ints(random.nextInt(8), 0, 9).boxed().toList();
            holds(values, random.nextInt(10), random.nextInt(10));
        }
    }

    private static void holds(List<Integer> values, int low, int high) {
        SortedSet<Integer> frozen = FrozenSet.of(values);
        TreeSet<Integer> tree = new TreeSet<>(values);
        assertEquals(tree, frozen);
        assertEquals(frozen, tree);
        assertEquals(tree.hashCode(), frozen.hashCode());
        assertEquals(List.copyOf(tree), new ArrayList<>(frozen));
        assertEquals(tree.contains(low), frozen.contains(low));
        assertEquals(tree.headSet(high), frozen.headSet(high));
        assertEquals(tree.tailSet(low), frozen.tailSet(low));
        assertEquals(tree.subSet(Math.min(low, high), Math.max(low, high)),
                frozen.subSet(Math.min(low, high), Math.max(low, high)));
        if (!tree.isEmpty()) {
            assertEquals(tree.first(), frozen.first());
            assertEquals(tree.last(), frozen.last());
        }
    }

    @Test
    void nobodyChangesItAndACopyIsItself() {
        SortedSet<String> frozen = FrozenSet.of(Set.of("a", "b"));
        assertSame(frozen, FrozenSet.of(frozen));
        assertSame(FrozenSet.of(List.<String>of()), FrozenSet.of(Set.<String>of()));
        assertThrows(UnsupportedOperationException.class, () -> frozen.add("c"));
        assertThrows(UnsupportedOperationException.class, () -> frozen.remove("a"));
        assertThrows(UnsupportedOperationException.class, frozen::clear);
    }
}
