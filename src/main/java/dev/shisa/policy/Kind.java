package dev.shisa.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What sort of value a variable or an expression has. */
public enum Kind {
    /** A whole number of 64 bits. */
    INT("a whole number"),
    /** A number with a fraction. */
    DOUBLE("a number"),
    /** Yes or no. */
    BOOL("true or false"),
    /** A text. */
    STRING("a text"),
    /** A moment. */
    TIMESTAMP("a moment such as 2026-11-22T09:00:00Z"),
    /** A length of time. */
    DURATION("a length of time such as PT24H"),
    /** A list of texts. */
    STRINGS("a list of texts"),
    /** Whole numbers by text. */
    COUNTS("a list of names with whole numbers");

    private final String description;

    Kind(String description) {
        this.description = description;
    }

    /** What it is, for people, with its article. */
    public String description() {
        return description;
    }

    /** Whether a value is of this sort, all of its parts included. */
    boolean holds(Object value) {
        return switch (this) {
            case INT -> value instanceof Long;
            case DOUBLE -> value instanceof Double;
            case BOOL -> value instanceof Boolean;
            case STRING -> value instanceof String;
            case TIMESTAMP -> value instanceof Instant;
            case DURATION -> value instanceof Duration;
            case STRINGS -> value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
            case COUNTS -> value instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance)
                    && map.values().stream().allMatch(Long.class::isInstance);
        };
    }

    /** The value that a file writes so; empty when it is not of this sort. */
    Optional<Object> read(JsonNode node) {
        return switch (this) {
            case INT -> node.isIntegralNumber() ? Optional.of(node.asLong()) : Optional.empty();
            case DOUBLE -> node.isIntegralNumber() ? Optional.of((double) node.asLong()) : Optional.empty();
            case BOOL -> node.isBoolean() ? Optional.of(node.asBoolean()) : Optional.empty();
            case STRING -> node.isString() ? Optional.of(node.asString()) : Optional.empty();
            case TIMESTAMP, DURATION -> node.isString() ? moment(node.asString()) : Optional.empty();
            case STRINGS -> strings(node);
            case COUNTS -> counts(node);
        };
    }

    private Optional<Object> moment(String text) {
        try {
            return Optional.of(this == TIMESTAMP ? Instant.parse(text) : Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> strings(JsonNode node) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : node) {
            texts.add(item.asString(""));
        }
        return node.isArray() && node.valueStream().allMatch(JsonNode::isString)
                ? Optional.of(List.copyOf(texts))
                : Optional.empty();
    }

    private static Optional<Object> counts(JsonNode node) {
        Map<String, Long> counts = new TreeMap<>();
        node.properties().forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong(0)));
        return node.isObject() && node.valueStream().allMatch(JsonNode::isIntegralNumber)
                ? Optional.of(Map.copyOf(counts))
                : Optional.empty();
    }

    /** A value of a variable or an expression, for people. */
    static String show(Object value) {
        return switch (value) {
            case List<?> list -> list.isEmpty()
                    ? "none"
                    : list.stream().map(Kind::show).collect(Collectors.joining(", "));
            case Map<?, ?> map -> map.isEmpty()
                    ? "none"
                    : map.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue()).sorted()
                            .collect(Collectors.joining(", "));
            case Duration span -> show(span);
            default -> value.toString();
        };
    }

    private static String show(Duration span) {
        long days = span.toDays();
        if (days >= 2) {
            return days + " days";
        }
        if (span.toHours() >= 2) {
            return span.toHours() + " hours";
        }
        return span.toMinutes() >= 2 ? span.toMinutes() + " minutes" : span.toSeconds() + " seconds";
    }
}
