package dev.shisa.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts targets into waves: first one account of each shape, then ten, then five times as many as in the wave before, and never more than the
 * exposure allows.
 */
public final class Waves {
    private static final int SECOND = 10;
    private static final int GROWTH = 5;

    private Waves() {
    }

    /**
     * The waves, in order; together they hold every target once.
     *
     * @param targets least harm first
     * @param exposure at least 1
     */
    public static List<List<Target>> of(List<Target> targets, int exposure) {
        if (exposure < 1) {
            throw new IllegalArgumentException("exposure " + exposure);
        }
        Set<Target> first = oneOfEachShape(targets);
        List<Target> ordered = new ArrayList<>(first);
        targets.stream().filter(target -> !first.contains(target)).forEach(ordered::add);
        List<List<Target>> waves = new ArrayList<>();
        int size = Math.min(first.size(), exposure);
        for (int start = 0; start < ordered.size();) {
            int end = Math.min(ordered.size(), start + size);
            waves.add(List.copyOf(ordered.subList(start, end)));
            start = end;
            boolean stillFirst = start < first.size();
            size = stillFirst ? Math.min(first.size() - start, exposure) : next(waves.size() == 1 ? 0 : size, exposure);
        }
        return List.copyOf(waves);
    }

    private static int next(int size, int exposure) {
        return Math.min(exposure, size < SECOND ? SECOND : size * GROWTH);
    }

    private static Set<Target> oneOfEachShape(List<Target> targets) {
        Map<String, Target> first = new TreeMap<>();
        targets.forEach(target -> first.putIfAbsent(target.shape(), target));
        return new LinkedHashSet<>(first.values());
    }
}
