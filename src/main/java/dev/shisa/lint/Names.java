package dev.shisa.lint;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Names as PowerShell compares them: without regard to case. */
final class Names {

    private Names() {
    }

    /** An unmodifiable set of these names that finds them in any case. */
    static Set<String> set(Collection<String> names) {
        TreeSet<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(names);
        return Collections.unmodifiableSet(set);
    }

    /** An unmodifiable map whose keys are found in any case. */
    static <T> Map<String, T> map(Map<String, T> entries) {
        TreeMap<String, T> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        map.putAll(entries);
        return Collections.unmodifiableMap(map);
    }

    static boolean startsWith(String name, String start) {
        return name.regionMatches(true, 0, start, 0, start.length());
    }

    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
