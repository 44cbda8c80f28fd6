package dev.shisa.exchange;

import dev.shisa.tenant.TenantFailure;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One property bag of an answer, read strictly.
 *
 * @param node the bag
 * @param page the answer it stands in
 */
record Row(JsonNode node, Reply page) {

    /** A property that is true or false. */
    boolean flag(String name) throws TenantFailure {
        JsonNode value = property(name);
        if (!value.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return value.asBoolean();
    }

    /** A property that is a text with something in it. */
    String text(String name) throws TenantFailure {
        JsonNode value = property(name);
        if (!value.isString() || value.asString().isBlank()) {
            throw wrong(name, "a text");
        }
        return value.asString();
    }

    /** A property that is a text, and empty where the service has no value. */
    String textOrEmpty(String name) throws TenantFailure {
        JsonNode value = property(name);
        if (!value.isString() && !value.isNull()) {
            throw wrong(name, "a text");
        }
        return value.asString("");
    }

    /** A property that is a list of texts. */
    List<String> texts(String name) throws TenantFailure {
        JsonNode value = property(name);
        if (!value.isArray()) {
            throw wrong(name, "a list");
        }
        List<String> texts = new ArrayList<>(value.size());
        for (JsonNode item : value) {
            if (!item.isString()) {
                throw wrong(name, "a list of texts");
            }
            texts.add(item.asString());
        }
        return texts;
    }

    /** A property that is one of these words. Truth values come as words from some cmdlets and as such from others; both count. */
    String word(String name, String one, String other) throws TenantFailure {
        JsonNode value = property(name);
        String text = value.isBoolean() ? (value.asBoolean() ? "True" : "False") : value.asString("");
        if (!text.equals(one) && !text.equals(other)) {
            throw wrong(name, one + " or " + other);
        }
        return text;
    }

    private JsonNode property(String name) throws TenantFailure {
        JsonNode value = node.get(name);
        if (value == null) {
            throw page.malformed("has an object without " + name);
        }
        return value;
    }

    TenantFailure wrong(String name, String wanted) {
        return page.malformed("has an object whose " + name + " is not " + wanted);
    }
}
