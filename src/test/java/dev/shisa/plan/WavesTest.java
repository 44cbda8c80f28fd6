package dev.shisa.plan;

import static dev.shisa.account.AnAccount.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.Cases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small first, then larger, never above the exposure. */
class WavesTest {
    private static List<Target> targets(int count, int shapes) {
        List<Target> targets = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            targets.add(new Target(id(i), "u" + i, "shape-" + i % shapes, "f"));
        }
        return targets;
    }

    private static List<List<Target>> all(List<Target> targets, int exposure) {
        Waves waves = new Waves(targets, exposure);
        int planned = waves.left();
        List<List<Target>> all = new ArrayList<>();
        while (!waves.isEmpty()) {
            all.add(waves.next(exposure));
        }
        assertEquals(planned, all.size());
        return all;
    }

    private static String sizes(List<List<Target>> waves) {
        return waves.stream().map(wave -> String.valueOf(wave.size())).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 500, ''", "1, 1, 500, 1", "3, 3, 500, 3", "5, 1, 500, 1 4", "7331, 1, 500, "
            + "1 10 50 250 500 500 500 500 500 500 500 500 500 500 500 500 500 500 20", "61, 3, 500, 3 10 48",
            "25, 1, 5, 1 5 5 5 5 4", "5, 1, 1, 1 1 1 1 1", "20, 7, 3, 3 3 1 3 3 3 3 1", "40, 12, 500, 12 10 18"})
    void growFromOneOfEachShape(int count, int shapes, int exposure, String sizes) {
        assertEquals(sizes, sizes(all(targets(count, shapes), exposure)));
    }

    @Test
    void holdEveryTargetOnceAndNeverMoreThanTheExposure() {
        Cases.check(random -> {
            List<Target> targets = targets(random.nextInt(300), 1 + random.nextInt(20));
            int exposure = 1 + random.nextInt(60);
            List<List<Target>> waves = all(targets, exposure);
            List<Target> all = waves.stream().flatMap(List::stream).toList();
            assertEquals(targets.size(), all.size());
            assertEquals(new HashSet<>(targets), new HashSet<>(all));
            assertTrue(waves.stream().allMatch(wave -> !wave.isEmpty() && wave.size() <= exposure));
            Set<String> shapes = targets.stream().map(Target::shape).collect(Collectors.toSet());
            assertEquals(shapes, all.subList(0, shapes.size()).stream().map(Target::shape).collect(Collectors.toSet()),
                    "one of each shape comes before a second of any");
        });
    }

    @Test
    void takeNoMoreThanThereIsRoomAndBeginAgainWithWhatWasNotBegun() {
        List<Target> targets = targets(30, 1);
        Waves waves = new Waves(targets, 20);
        assertEquals(List.of(targets.get(0)), waves.next(20));
        List<Target> second = waves.next(4);
        assertEquals(targets.subList(1, 5), second);
        waves.putBack(second.subList(2, 4));
        assertEquals(targets.subList(3, 5), waves.next(2));
        assertEquals(targets.subList(5, 25), waves.next(20));
        assertEquals(1, waves.left());
    }

    @Test
    void needAnExposure() {
        assertThrows(IllegalArgumentException.class, () -> all(targets(1, 1), 0));
    }
}
