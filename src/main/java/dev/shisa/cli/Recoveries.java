package dev.shisa.cli;

import dev.shisa.run.RecoveryLook;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was believed and found of the targets of a run that is taken up again, for people and machines alike. */
final class Recoveries {
    private Recoveries() {
    }

    /** How many targets each decision is made for. */
    static SortedMap<String, Integer> counts(List<RecoveryLook> looks) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        looks.forEach(look -> counts.merge(look.cell().label(), 1, Integer::sum));
        return counts;
    }

    /** How many targets were believed to be in each state. */
    static SortedMap<String, Integer> believed(List<RecoveryLook> looks) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        looks.forEach(look -> counts.merge(look.believed().label(), 1, Integer::sum));
        return counts;
    }

    /** The targets that are in another state than was believed. */
    static List<RecoveryLook> remarkable(List<RecoveryLook> looks) {
        return looks.stream().filter(look -> look.cell().becomes() != look.believed()).toList();
    }
}
