package dev.shisa.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

    private final Deque<Target> first = new ArrayDeque<>();
    private final Deque<Target> others = new ArrayDeque<>();
    private final int exposure;
    private int size;

    /**
     * The waves of those targets.
     *
     * @param targets least harm first
     * @param exposure at least 1
     */
    public Waves(List<Target> targets, int exposure) {
        if (exposure < 1) {
            throw new IllegalArgumentException("exposure " + exposure);
        }
        this.exposure = exposure;
        Set<Target> oneOfEachShape = oneOfEachShape(targets);
        first.addAll(oneOfEachShape);
        targets.stream().filter(target -> !oneOfEachShape.contains(target)).forEach(others::add);
    }

    /** Whether every target was handed out. */
    public boolean isEmpty() {
        return first.isEmpty() && others.isEmpty();
    }

    /**
     * The next wave; empty only when there is none.
     *
     * @param room how many accounts may be written now, at least 1; what is written and not yet judged takes room away
     */
    public List<Target> next(int room) {
        int most = Math.min(room, exposure);
        if (!first.isEmpty()) {
            return take(first, most);
        }
        size = size < SECOND ? SECOND : size * GROWTH;
        size = Math.min(size, exposure);
        return take(others, Math.min(most, size));
    }

    /** Takes targets of the wave back that were not begun; they come first in the next one. */
    public void putBack(List<Target> notBegun) {
        notBegun.reversed().forEach(others::addFirst);
    }

    /** How many waves are left if every one of them has all the room there is. */
    public int left() {
        Waves rest = new Waves(List.of(), exposure);
        rest.first.addAll(first);
        rest.others.addAll(others);
        rest.size = size;
        int left = 0;
        while (!rest.isEmpty()) {
            rest.next(exposure);
            left++;
        }
        return left;
    }

    private static List<Target> take(Deque<Target> from, int most) {
        List<Target> taken = new ArrayList<>();
        while (taken.size() < most && !from.isEmpty()) {
            taken.add(from.removeFirst());
        }
        return List.copyOf(taken);
    }

    private static Set<Target> oneOfEachShape(List<Target> targets) {
        Map<String, Target> first = new TreeMap<>();
        targets.forEach(target -> first.putIfAbsent(target.shape(), target));
        return new LinkedHashSet<>(first.values());
    }
}
