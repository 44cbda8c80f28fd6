package dev.shisa.lint;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Names as PowerShell compares them: without regard to case. */
final class Names {
    private Names() {
    }

    /** An unmodifiable set of these names that finds them in any case; its order is that of the letters. */
    static Set<String> set(Collection<String> names) {
        TreeSet<String> sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sorted.addAll(names);
        Map<String, String> map = new LinkedHashMap<>();
        sorted.forEach(name -> map.put(name, name));
        return map(map).keySet();
    }

    /** An unmodifiable map whose keys are found in any case; of keys that differ in case only the last one counts. */
    static <T> Map<String, T> map(Map<String, T> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        return entries instanceof AnyCase<T> known ? known : new AnyCase<>(entries);
    }

    static boolean startsWith(String name, String start) {
        return name.regionMatches(true, 0, start, 0, start.length());
    }

    /** The same for all names that differ in case only, as {@link String#equalsIgnoreCase} has it. */
    static String folded(String name) {
        for (int at = 0; at < name.length(); at++) {
            if (name.charAt(at) > 127) {
                return foldedOneByOne(name);
            }
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static String foldedOneByOne(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int at = 0; at < name.length(); at++) {
            folded.append(Character.toLowerCase(Character.toUpperCase(name.charAt(at))));
        }
        return folded.toString();
    }

    /** Keeps each entry under its name in small letters. */
    private static final class AnyCase<T> extends AbstractMap<String, T> {
        private final Map<String, Map.Entry<String, T>> entries = new LinkedHashMap<>();

        AnyCase(Map<String, T> from) {
            from.forEach((name, value) -> entries.put(folded(name), Map.entry(name, value)));
        }

        @Override
        public @Nullable T get(@Nullable Object name) {
            Map.Entry<String, T> found = name instanceof String text ? entries.get(folded(text)) : null;
            return found == null ? null : found.getValue();
        }

        @Override
        public Set<Map.Entry<String, T>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Map.Entry<String, T>> iterator() {
                    return Collections.unmodifiableCollection(entries.values()).iterator();
                }

                @Override
                public int size() {
                    return entries.size();
                }

                @Override
                public boolean contains(@Nullable Object entry) {
                    return entry instanceof Map.Entry<?, ?> wanted
                            && Objects.equals(get(wanted.getKey()), wanted.getValue())
                            && AnyCase.this.containsKey(wanted.getKey());
                }
            };
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return name instanceof String text && entries.containsKey(folded(text));
        }
    }
}
