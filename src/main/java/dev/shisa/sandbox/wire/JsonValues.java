package dev.shisa.sandbox.wire;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain values as JSON, without a binding layer: fewer classes to load and no surprise. Thread-safe. */
public final class JsonValues {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonValues() {
    }

    /** What some calls on a generator write. */
    public static byte[] bytes(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            content.accept(generator);
        }
        return out.toByteArray();
    }

    public static byte[] bytes(Object value) {
        return bytes(generator -> write(generator, value));
    }

    /** Writes null, text, flags, numbers, maps with text keys, collections of these, and JSON trees. */
    public static void write(JsonGenerator generator, @Nullable Object value) {
        switch (value) {
            case null -> generator.writeNull();
            case String text -> generator.writeString(text);
            case Boolean flag -> generator.writeBoolean(flag);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Map<?, ?> map -> writeMap(generator, map);
            case Collection<?> list -> {
                generator.writeStartArray();
                list.forEach(item -> write(generator, item));
                generator.writeEndArray();
            }
            case JsonNode node -> generator.writeRawValue(node.toString());
            default -> throw new IllegalArgumentException("no JSON form for " + value.getClass());
        }
    }

    private static void writeMap(JsonGenerator generator, Map<?, ?> map) {
        generator.writeStartObject();
        map.forEach((name, item) -> {
            generator.writeName(String.valueOf(name));
            write(generator, item);
        });
        generator.writeEndObject();
    }

    /** Reads a tree; throws Jackson's exception when it is not one whole JSON value. */
    public static JsonNode read(byte[] json) {
        return Reader.MAPPER.readTree(json);
    }

    /** Loaded only when something is read. */
    private static final class Reader {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    }
}
