package dev.shisa.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Times by what was measured, in milliseconds. Used by one thread. */
final class Measured {
    private final Map<String, List<Long>> times = new TreeMap<>();

    void note(String what, long took) {
        System.out.printf(Locale.ROOT, "%s: %d ms%n", what, took);
        times.computeIfAbsent(what, _ -> new ArrayList<>()).add(took);
    }

    /** Least, median and most of each. */
    void show() {
        times.forEach((what, all) -> {
            List<Long> sorted = all.stream().sorted().toList();
            System.out.printf(Locale.ROOT, "%s: least %d ms, median %d ms, most %d ms%n", what, sorted.getFirst(),
                    median(what), sorted.getLast());
        });
    }

    private long median(String what) {
        List<Long> sorted = times.getOrDefault(what, List.of()).stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }

    /** The median of the one as a multiple of the median of the other. */
    double ratio(String one, String other) {
        return (double) median(one) / median(other);
    }
}
