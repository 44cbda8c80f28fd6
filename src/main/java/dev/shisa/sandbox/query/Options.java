package dev.shisa.sandbox.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query part of a request. System options may stand with or without {@code $}, in any letter case, as Graph v1.0
 * takes them; an unknown one with {@code $} is refused, a custom one is left alone.
 */
public final class Options {

    private static final Set<String> SYSTEM = Set.of("$select", "$filter", "$top", "$count", "$orderby", "$search",
            "$skip", "$expand", "$skiptoken", "$deltatoken", "$format");

    private final String raw;
    private final Map<String, String> values;

    private Options(String raw, Map<String, String> values) {
        this.raw = raw;
        this.values = values;
    }

    /** Reads a raw query. */
    public static Options parse(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            String name = systemName(decode(nameOf(pair)));
            if (name == null) {
                continue;
            }
            int equals = pair.indexOf('=');
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (values.put(name, value) != null) {
                throw QueryRefused.bad("Query option '" + name + "' was specified more than once, but it must be "
                        + "specified at most once.");
            }
        }
        return new Options(raw, values);
    }

    public @Nullable String get(String name) {
        return values.get(name);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Refuses every option that is not in the list. */
    public Options offering(String... offered) {
        Set<String> allowed = Set.of(offered);
        for (String name : values.keySet()) {
            if (!allowed.contains(name) && !name.equals("$format")) {
                throw QueryRefused.unsupported("'" + name + "' is not supported by the service for this request.");
            }
        }
        return this;
    }

    /** The same options but one. */
    public Options without(String option) {
        Map<String, String> others = new LinkedHashMap<>(values);
        others.remove(option);
        return new Options(raw, others);
    }

    /** The raw query with one option replaced; the others stay exactly as they were sent. */
    public String with(String option, String value) {
        StringBuilder query = new StringBuilder();
        for (String pair : raw.split("&", -1)) {
            String name = systemName(decode(nameOf(pair)));
            boolean token = "$skiptoken".equals(name) || "$deltatoken".equals(name);
            if (!pair.isEmpty() && !token) {
                query.append(pair).append('&');
            }
        }
        return query.append(option).append('=').append(value).toString();
    }

    private static String nameOf(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals);
    }

    private static @Nullable String systemName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (SYSTEM.contains(lower)) {
            return lower;
        }
        if (lower.startsWith("$")) {
            throw QueryRefused.bad("The query parameter '" + name + "' is not supported.");
        }
        return SYSTEM.contains("$" + lower) ? "$" + lower : null;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw QueryRefused.bad("The query is not well encoded: " + text);
        }
    }
}
