package dev.shisa.sandbox.fault;

import java.util.List;
import java.util.Locale;

/**
 * A pattern for decoded paths below /v1.0: {@code *} is one segment (but neither {@code $…} nor {@code delta}),
 * {@code **} any rest.
 */
public record PathPattern(List<String> segments) {

    public static PathPattern of(String text) {
        return new PathPattern(split(text));
    }

    /** Whether a path fits. A key in parentheses counts as a segment of its own, as Graph treats both forms alike. */
    public boolean matches(String path) {
        return matches(split(path.replace("('", "/").replace("')", "")));
    }

    private boolean matches(List<String> path) {
        for (int i = 0; i < segments.size(); i++) {
            String wanted = segments.get(i);
            if (wanted.equals("**")) {
                return true;
            }
            if (i >= path.size() || !fits(wanted, path.get(i))) {
                return false;
            }
        }
        return path.size() == segments.size();
    }

    private static boolean fits(String wanted, String segment) {
        if (wanted.equals("*")) {
            return !segment.startsWith("$") && !segment.toLowerCase(Locale.ROOT).startsWith("delta");
        }
        return wanted.equalsIgnoreCase(segment);
    }

    private static List<String> split(String path) {
        return List.of((path.startsWith("/") ? path.substring(1) : path).split("/", -1));
    }
}
