package dev.shisa.sandbox.fault;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one entry of a fault file, strictly. */
final class FaultReader {

    private static final Set<String> EFFECTS = Set.of("status", "drop", "delay", "truncate", "lag");

    private final int number;

    /** For the entry of that number, from 1. */
    FaultReader(int number) {
        this.number = number;
    }

    FaultRule read(JsonNode entry) throws FaultsRefused {
        if (!entry.isObject()) {
            throw wrong("is not a map of keys");
        }
        if (entry.has("misbehave")) {
            keys(entry, Set.of("misbehave", "from"));
            Misbehaviour kind = Misbehaviour.labelled(text(entry.path("misbehave"), "misbehave"));
            if (kind == null) {
                throw wrong("does not know the misbehaviour '" + entry.path("misbehave").asString("") + "'");
            }
            return new FaultRule.Breach(kind, count(entry, "from").orElse(1));
        }
        keys(entry, Set.of("match", "effect"));
        if (!entry.path("effect").isObject()) {
            throw wrong("has no effect");
        }
        return disturbance(entry.path("match"), effect(entry.path("effect")));
    }

    private FaultRule disturbance(JsonNode match, Effect effect) throws FaultsRefused {
        if (!match.isMissingNode() && !match.isObject()) {
            throw wrong("has a match that is not a map of keys");
        }
        keys(match, Set.of("method", "path", "account", "nth", "from", "every", "probability", "seed"));
        String path = optionalText(match, "path");
        return new FaultRule.Disturbance(optionalText(match, "method"), path == null ? null : PathPattern.of(path),
                optionalText(match, "account"), count(match, "nth"), count(match, "from"), count(match, "every"),
                probability(match), seed(match), effect);
    }

    private Effect effect(JsonNode effect) throws FaultsRefused {
        keys(effect, Set.of("status", "when", "headers", "drop", "delay", "truncate", "lag"));
        String kind = null;
        for (String name : effect.propertyNames()) {
            if (EFFECTS.contains(name)) {
                if (kind != null) {
                    throw wrong("has two effects, " + kind + " and " + name);
                }
                kind = name;
            }
        }
        if (kind == null) {
            throw wrong("has none of the effects status, drop, delay, truncate, lag");
        }
        if (!kind.equals("status") && (effect.has("when") || effect.has("headers"))) {
            throw wrong("has when or headers without status");
        }
        return effect(kind, effect);
    }

    private Effect effect(String kind, JsonNode effect) throws FaultsRefused {
        return switch (kind) {
            case "status" -> {
                int status = count(effect, "status").orElseThrow();
                if (status < 400 || status > 599) {
                    throw wrong("has a status that is no error: " + status);
                }
                Effect.When when = effect.has("when") ? when(effect, "when") : Effect.When.BEFORE;
                yield new Effect.Status(status, when, headers(effect.path("headers")));
            }
            case "drop" -> new Effect.Drop(when(effect, "drop"));
            case "delay" -> new Effect.Delay(duration(effect, "delay"));
            case "truncate" -> new Effect.Truncate(wholeNumber(effect.path("truncate"), "truncate", 0));
            default -> new Effect.Lag(duration(effect, "lag"));
        };
    }

    private Map<String, String> headers(JsonNode node) throws FaultsRefused {
        Map<String, String> headers = new LinkedHashMap<>();
        if (node.isMissingNode()) {
            return headers;
        }
        if (!node.isObject()) {
            throw wrong("has headers that are not a map");
        }
        for (Map.Entry<String, JsonNode> header : node.properties()) {
            if (!header.getValue().isValueNode() || header.getValue().isNull()) {
                throw wrong("has a header without a value: " + header.getKey());
            }
            headers.put(header.getKey(), header.getValue().asString());
        }
        return headers;
    }

    private Effect.When when(JsonNode node, String key) throws FaultsRefused {
        return switch (text(node.path(key), key).toLowerCase(Locale.ROOT)) {
            case "before" -> Effect.When.BEFORE;
            case "after" -> Effect.When.AFTER;
            default -> throw wrong("needs before or after for " + key);
        };
    }

    private Duration duration(JsonNode node, String key) throws FaultsRefused {
        try {
            Duration duration = Duration.parse(text(node.path(key), key));
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException malformed) {
            throw wrong("needs a duration such as PT3S for " + key);
        }
        throw wrong("has a negative " + key);
    }

    private OptionalDouble probability(JsonNode match) throws FaultsRefused {
        if (!match.has("probability")) {
            return OptionalDouble.empty();
        }
        JsonNode node = match.path("probability");
        if (!node.isNumber() || node.asDouble() < 0 || node.asDouble() > 1) {
            throw wrong("needs a probability between 0 and 1");
        }
        return OptionalDouble.of(node.asDouble());
    }

    private OptionalLong seed(JsonNode match) throws FaultsRefused {
        if (!match.has("seed")) {
            return OptionalLong.empty();
        }
        if (!match.path("seed").canConvertToLong() || !match.path("seed").isIntegralNumber()) {
            throw wrong("needs a whole number for seed");
        }
        return OptionalLong.of(match.path("seed").asLong());
    }

    private OptionalInt count(JsonNode node, String key) throws FaultsRefused {
        return node.has(key) ? OptionalInt.of(wholeNumber(node.path(key), key, 1)) : OptionalInt.empty();
    }

    private int wholeNumber(JsonNode node, String key, int least) throws FaultsRefused {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < least) {
            throw wrong("needs a whole number, at least " + least + ", for " + key);
        }
        return node.asInt();
    }

    private @Nullable String optionalText(JsonNode node, String key) throws FaultsRefused {
        return node.has(key) ? text(node.path(key), key) : null;
    }

    private String text(JsonNode node, String key) throws FaultsRefused {
        if (!node.isString() || node.asString().isBlank()) {
            throw wrong("needs a text for " + key);
        }
        return node.asString();
    }

    private void keys(JsonNode node, Set<String> known) throws FaultsRefused {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw wrong("has the unknown key '" + name + "'");
            }
        }
    }

    private FaultsRefused wrong(String what) {
        return new FaultsRefused("fault " + number + " " + what);
    }
}
