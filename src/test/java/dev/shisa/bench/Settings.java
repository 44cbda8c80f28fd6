package dev.shisa.bench;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a bench was started with: {@code --name value} pairs, and flags that stand alone.
 *
 * @param values by name, without the dashes; a flag's value is empty
 */
record Settings(Map<String, String> values) {

    /** Reads a command line; a name that is not known ends the process with 2. */
    static Settings read(String[] arguments, Set<String> names, Set<String> flags) {
        TreeMap<String, String> values = new TreeMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (flags.contains(name)) {
                values.put(name, "");
            } else if (names.contains(name) && i + 1 < arguments.length) {
                values.put(name, arguments[++i]);
            } else {
                System.err.println("Not understood: " + arguments[i] + ". Known: " + names + " with a value, " + flags);
                System.exit(2);
            }
        }
        return new Settings(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    int number(String name, int usual) {
        return text(name).map(Integer::parseInt).orElse(usual);
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }
}
