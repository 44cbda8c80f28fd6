package dev.shisa.sandbox.graph;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a Graph path into segments: decoded, keys in parentheses made segments, namespace prefixes taken off. */
final class GraphPath {

    private static final Pattern KEYED = Pattern.compile("([A-Za-z.]+)\\((.*)\\)");
    private static final String NAMESPACE = "microsoft.graph.";
    private static final Set<String> OPERATIONS = Set.of("assignlicense", "delta", "restore", "revokesigninsessions");

    private GraphPath() {
    }

    /** The path as a person would write it: percent-encoding undone. */
    static String decode(String raw) {
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw GraphProblem.badRequest("The request path is not well encoded.");
        }
    }

    /** The segments of a raw path below the version. */
    static List<String> segments(String raw) {
        List<String> segments = new ArrayList<>();
        for (String part : raw.split("/", -1)) {
            if (!part.isEmpty()) {
                add(decode(part), segments);
            }
        }
        return segments;
    }

    private static void add(String segment, List<String> into) {
        Matcher matcher = KEYED.matcher(segment);
        if (!matcher.matches()) {
            into.add(plain(segment));
            return;
        }
        into.add(plain(matcher.group(1)));
        String key = matcher.group(2).strip();
        if (key.isEmpty()) {
            return;
        }
        int equals = key.indexOf('=');
        if (key.startsWith("'")) {
            into.add(unquoted(key));
        } else if (equals > 0) {
            into.add(key.substring(0, equals) + "=" + unquoted(key.substring(equals + 1)));
        } else {
            into.add(key);
        }
    }

    private static String plain(String segment) {
        int equals = segment.indexOf('=');
        if (equals > 0 && segment.endsWith("'")) {
            return segment.substring(0, equals) + "=" + unquoted(segment.substring(equals + 1));
        }
        if (!segment.regionMatches(true, 0, NAMESPACE, 0, NAMESPACE.length())) {
            return segment;
        }
        String operation = segment.substring(NAMESPACE.length());
        return OPERATIONS.contains(operation.toLowerCase(Locale.ROOT)) ? operation : segment;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
        return quoted ? text.substring(1, text.length() - 1).replace("''", "'") : text;
    }
}
