package dev.shisa.yaml;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds a document against its JSON schema and says what is wrong in words that do not presume knowledge of JSON schemas. */
public final class SchemaCheck {
    /** Schemas are the program's own, few, and take long to make. */
    private static final Map<String, Read> READ = new ConcurrentHashMap<>();

    private SchemaCheck() {
    }

    /**
     * Notes what does not fit.
     *
     * @param owner a class beside which the schema lies
     * @param schemaName the schema's file name
     */
    public static void check(JsonNode document, Findings findings, Class<?> owner, String schemaName) {
        Read read = READ.computeIfAbsent(owner.getName() + " " + schemaName, _ -> read(owner, schemaName));
        read.schema().validate(document).forEach(error -> report(error, read.text(), findings));
    }

    /** A schema, with the text it was made from. */
    private record Read(JsonNode text, Schema schema) {
    }

    private static Read read(Class<?> owner, String schemaName) {
        JsonNode text = schemaText(owner, schemaName);
        return new Read(text, SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text));
    }

    private static JsonNode schemaText(Class<?> owner, String schemaName) {
        try (InputStream in = owner.getResourceAsStream(schemaName)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + schemaName);
            }
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void report(Error error, JsonNode schema, Findings findings) {
        String pointer = error.getInstanceLocation().toString();
        if (findings.isAt(pointer)) {
            return;
        }
        switch (error.getKeyword()) {
            case "required" -> findings.at(Findings.child(pointer, error.getProperty()),
                    "'" + error.getProperty() + "' is missing");
            case "additionalProperties", "unevaluatedProperties" -> findings.atKey(
                    Findings.child(pointer, error.getProperty()), "there is no key '" + error.getProperty() + "' here");
            default -> findings.at(pointer, sentence(error, schema));
        }
    }

    private static String sentence(Error error, JsonNode schema) {
        JsonNode limit = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "enum" -> shown(error.getInstanceNode()) + " is not one of " + limit.valueStream()
                    .map(JsonNode::asString).collect(Collectors.joining(", "));
            case "type" -> "this must be " + ("array".equals(limit.asString()) ? "a list" : described(error, schema));
            case "pattern" -> shown(error.getInstanceNode()) + " is not " + described(error, schema);
            case "minItems" -> "at least " + limit.asString() + " must stand here";
            case "maxItems" -> "at most " + limit.asString() + " may stand here";
            case "maxLength" -> "longer than " + limit.asString() + " characters";
            case "uniqueItems" -> "the same word stands here twice";
            default -> error.getMessage();
        };
    }

    private static String shown(JsonNode value) {
        return value.isString() ? "'" + value.asString() + "'" : value.toString();
    }

    private static String described(Error error, JsonNode schema) {
        String fragment = error.getSchemaLocation().getFragment().toString();
        String owner = fragment.substring(0, Math.max(0, fragment.lastIndexOf('/')));
        return schema.at(owner).path("description").asString(error.getMessage());
    }
}
