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

/** Reads the values of one entry of a fault file, strictly: what does not fit is refused with a sentence. */
final class EntryFields {

    private final int number;

    /** For the entry of that number, from 1. */
    EntryFields(int number) {
        this.number = number;
    }

    Map<String, String> headers(JsonNode node) throws FaultsRefused {
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

    Effect.When when(JsonNode node, String key) throws FaultsRefused {
        return switch (text(node.path(key), key).toLowerCase(Locale.ROOT)) {
            case "before" -> Effect.When.BEFORE;
            case "after" -> Effect.When.AFTER;
            default -> throw wrong("needs before or after for " + key);
        };
    }

    Duration duration(JsonNode node, String key) throws FaultsRefused {
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

    OptionalDouble probability(JsonNode match) throws FaultsRefused {
        if (!match.has("probability")) {
            return OptionalDouble.empty();
        }
        JsonNode node = match.path("probability");
        if (!node.isNumber() || node.asDouble() < 0 || node.asDouble() > 1) {
            throw wrong("needs a probability between 0 and 1");
        }
        return OptionalDouble.of(node.asDouble());
    }

    OptionalLong seed(JsonNode match) throws FaultsRefused {
        if (!match.has("seed")) {
            return OptionalLong.empty();
        }
        if (!match.path("seed").canConvertToLong() || !match.path("seed").isIntegralNumber()) {
            throw wrong("needs a whole number for seed");
        }
        return OptionalLong.of(match.path("seed").asLong());
    }

    OptionalInt count(JsonNode node, String key) throws FaultsRefused {
        return node.has(key) ? OptionalInt.of(wholeNumber(node.path(key), key, 1)) : OptionalInt.empty();
    }

    int wholeNumber(JsonNode node, String key, int least) throws FaultsRefused {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < least) {
            throw wrong("needs a whole number, at least " + least + ", for " + key);
        }
        return node.asInt();
    }

    @Nullable
    String optionalText(JsonNode node, String key) throws FaultsRefused {
        return node.has(key) ? text(node.path(key), key) : null;
    }

    String text(JsonNode node, String key) throws FaultsRefused {
        if (!node.isString() || node.asString().isBlank()) {
            throw wrong("needs a text for " + key);
        }
        return node.asString();
    }

    void keys(JsonNode node, Set<String> known) throws FaultsRefused {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw wrong("has the unknown key '" + name + "'");
            }
        }
    }

    boolean flag(JsonNode node, String key) throws FaultsRefused {
        if (!node.has(key)) {
            return false;
        }
        if (!node.path(key).isBoolean()) {
            throw wrong("needs true or false for " + key);
        }
        return node.path(key).asBoolean();
    }

    FaultsRefused wrong(String what) {
        return new FaultsRefused("fault " + number + " " + what);
    }
}
