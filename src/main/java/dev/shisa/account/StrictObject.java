package dev.shisa.account;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object that is read to the last field: a missing field, a field of another type and a field nobody asked for are all
 * faults. A file that says more than the program understands must not be taken for one that it understands. Not safe for several
 * threads.
 */
public final class StrictObject {
    private final JsonNode node;
    private final String what;
    private final Set<String> asked = new HashSet<>();

    /**
     * @param node what should be an object
     * @param what how a complaint names it
     * @throws IllegalArgumentException when it is not an object
     */
    public StrictObject(JsonNode node, String what) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(what + " is not a JSON object.");
        }
        this.node = node;
        this.what = what;
    }

    /** Whether the field is there, whatever it holds. */
    public boolean has(String field) {
        return node.get(field) != null;
    }

    /** The field itself. */
    public JsonNode node(String field) {
        asked.add(field);
        JsonNode value = node.get(field);
        if (value == null) {
            throw new IllegalArgumentException(what + " has no field '" + field + "'.");
        }
        return value;
    }

    /** A text. */
    public String text(String field) {
        JsonNode value = node(field);
        if (!value.isString()) {
            throw wrong(field, "a text");
        }
        return value.asString();
    }

    /** A text, if the field is there. */
    public Optional<String> optionalText(String field) {
        asked.add(field);
        return has(field) ? Optional.of(text(field)) : Optional.empty();
    }

    /** A truth value. */
    public boolean flag(String field) {
        JsonNode value = node(field);
        if (!value.isBoolean()) {
            throw wrong(field, "true or false");
        }
        return value.booleanValue();
    }

    /** A whole number. */
    public long number(String field) {
        JsonNode value = node(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(field, "a whole number");
        }
        return value.longValue();
    }

    /** A point in time in the form of ISO 8601. */
    public Instant instant(String field) {
        try {
            return Moment.parse(text(field));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(wrong(field, "a point in time").getMessage(), e);
        }
    }

    /** A point in time, if the field is there. */
    public Optional<Instant> optionalInstant(String field) {
        asked.add(field);
        return has(field) ? Optional.of(instant(field)) : Optional.empty();
    }

    /** An array. */
    public ArrayNode array(String field) {
        if (node(field) instanceof ArrayNode array) {
            return array;
        }
        throw wrong(field, "a list");
    }

    /** A list of texts without repetition. */
    public SortedSet<String> texts(String field) {
        return texts(array(field), what + "." + field);
    }

    /** An object. */
    public StrictObject object(String field) {
        return new StrictObject(node(field), what + "." + field);
    }

    /** Ends the reading: every field must have been asked for. */
    public void end() {
        for (String field : ((ObjectNode) node).propertyNames()) {
            if (!asked.contains(field)) {
                throw new IllegalArgumentException(what + " has a field '" + field + "' that is not understood.");
            }
        }
    }

    /** A fault of one field, to be thrown. */
    public IllegalArgumentException wrong(String field, String wanted) {
        return new IllegalArgumentException(what + "." + field + " is not " + wanted + ".");
    }

    /** The texts of a list, none of them twice. */
    static SortedSet<String> texts(JsonNode list, String what) {
        if (!list.isArray()) {
            throw new IllegalArgumentException(what + " is not a list.");
        }
        TreeSet<String> texts = new TreeSet<>();
        for (JsonNode item : list) {
            if (!item.isString()) {
                throw new IllegalArgumentException(what + " holds something that is not a text.");
            }
            if (!texts.add(item.asString())) {
                throw new IllegalArgumentException(what + " holds '" + item.asString() + "' twice.");
            }
        }
        return texts;
    }
}
