package dev.shisa.sandbox.exchange;

import dev.shisa.sandbox.wire.Asked;
import dev.shisa.sandbox.wire.JsonValues;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A cmdlet with its parameters, as one request asks for it. Names of cmdlets and parameters are compared without regard to case.
 *
 * @param cmdlet      as sent
 * @param parameters  by their names in lower case
 * @param maxPageSize from {@code Prefer: odata.maxpagesize}
 * @param skipToken   where the page begins
 * @param selected    the wanted properties; empty: all
 */
record Invocation(String cmdlet, Map<String, JsonNode> parameters, OptionalInt maxPageSize, Optional<String> skipToken,
        Set<String> selected) {

    private static final Pattern PAGE_SIZE = Pattern.compile("odata\\.maxpagesize=(\\d{1,6})");

    static Invocation of(Asked asked) {
        JsonNode input = body(asked).path("CmdletInput");
        String cmdlet = input.path("CmdletName").asString("");
        JsonNode given = input.path("Parameters");
        if (cmdlet.isEmpty() || !(given.isObject() || given.isMissingNode() || given.isNull())) {
            throw ExchangeProblem.badRequest("The request body has no CmdletInput with a CmdletName.");
        }
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> parameter : given.properties()) {
            if (!parameter.getKey().startsWith("@")) {
                parameters.put(parameter.getKey().toLowerCase(Locale.ROOT), parameter.getValue());
            }
        }
        Map<String, String> query = query(asked.query());
        Set<String> selected = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String property : query.getOrDefault("$select", "").split(",", -1)) {
            if (!property.isBlank()) {
                selected.add(property.strip());
            }
        }
        return new Invocation(cmdlet, parameters, pageSize(asked), Optional.ofNullable(query.get("$skiptoken")),
                selected);
    }

    private static JsonNode body(Asked asked) {
        try {
            return JsonValues.read(asked.body());
        } catch (JacksonException malformed) {
            throw ExchangeProblem.badRequest("The request body is not JSON.");
        }
    }

    private static OptionalInt pageSize(Asked asked) {
        String prefer = asked.header("prefer");
        Matcher matcher = PAGE_SIZE.matcher(prefer == null ? "" : prefer.toLowerCase(Locale.ROOT));
        return matcher.find() ? OptionalInt.of(Math.max(1, Integer.parseInt(matcher.group(1)))) : OptionalInt.empty();
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decoded(pair.substring(0, equals)).toLowerCase(Locale.ROOT),
                        decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw ExchangeProblem.badRequest("The request address is not well encoded.");
        }
    }

    /** Refuses every parameter but these. */
    void allow(String... names) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(List.of(names));
        for (String name : parameters.keySet()) {
            if (!known.contains(name)) {
                throw ExchangeProblem.unknownParameter(name);
            }
        }
    }

    /** A text, if it was given. */
    Optional<String> text(String name) {
        JsonNode value = parameters.get(name.toLowerCase(Locale.ROOT));
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isString() || value.asString().isBlank()) {
            throw ExchangeProblem.wrongParameter(name, value.toString());
        }
        return Optional.of(value.asString());
    }

    /** A switch; not given is off. */
    boolean flag(String name) {
        JsonNode value = parameters.get(name.toLowerCase(Locale.ROOT));
        if (value != null && !value.isBoolean()) {
            throw ExchangeProblem.wrongParameter(name, value.toString());
        }
        return value != null && value.asBoolean();
    }

    /** A text or a list of them. */
    List<String> texts(String name) {
        JsonNode value = parameters.get(name.toLowerCase(Locale.ROOT));
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> texts.add(item.asString("")));
        } else {
            texts.addAll(List.of(value.asString("").split(",", -1)));
        }
        return texts.stream().map(String::strip).toList();
    }

    boolean unlimited() {
        JsonNode size = parameters.get("resultsize");
        return size != null && size.asString("").equalsIgnoreCase("unlimited");
    }

    /** How many objects at most; empty when nothing is said or everything is wanted. */
    OptionalInt resultSize() {
        JsonNode size = parameters.get("resultsize");
        if (size == null || unlimited()) {
            return OptionalInt.empty();
        }
        String text = size.asString("");
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw ExchangeProblem.wrongParameter("ResultSize", text);
        }
        return OptionalInt.of(Integer.parseInt(text));
    }
}
