package dev.shisa.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object that carries the SHA-256 of itself without its last member {@code digest}. It shows that somebody changed a file; it does not
 * show who.
 */
public final class SealedObject {
    private static final String MEMBER = "digest";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private SealedObject() {
    }

    /** What a file was found to hold. */
    public sealed interface Content {

        /**
         * The object as it was sealed.
         *
         * @param object without its digest
         * @param digest the digest
         */
        record Intact(ObjectNode object, String digest) implements Content {
        }

        /**
         * Something else.
         *
         * @param sentence what does not fit, without a full stop
         */
        record Altered(String sentence) implements Content {
        }
    }

    /** An empty object to be filled and sealed. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /**
     * The text that a value of such an object is.
     *
     * @throws IllegalArgumentException when it is none; null is none either
     */
    public static String text(JsonNode value) {
        if (!value.isString()) {
            throw new IllegalArgumentException("a text is wanted, and there is " + value.getNodeType());
        }
        return value.stringValue();
    }

    /** The digest an object is sealed with. */
    public static String digest(ObjectNode object) {
        return Digest.ofWritten(text -> JSON.writeValue(text, object));
    }

    /** The bytes of the sealed object, written for people to read. */
    public static byte[] seal(ObjectNode object) {
        ObjectNode sealed = JSON.createObjectNode();
        sealed.setAll(object);
        sealed.put(MEMBER, digest(object));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            JSON.writerWithDefaultPrettyPrinter().without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .writeValue(text, sealed);
            text.write('\n');
        } catch (IOException e) {
            throw new IllegalStateException("memory can always be written to", e);
        }
        return bytes.toByteArray();
    }

    /** Reads sealed bytes. */
    public static Content open(byte[] bytes) {
        try {
            if (!(JSON.readTree(bytes) instanceof ObjectNode object)) {
                return new Content.Altered("it is not a JSON object");
            }
            String stated = object.path(MEMBER).asString("");
            object.remove(MEMBER);
            return stated.equals(digest(object))
                    ? new Content.Intact(object, stated)
                    : new Content.Altered("its digest does not fit its content");
        } catch (JacksonException e) {
            return new Content.Altered("it is not JSON: " + e.getOriginalMessage());
        }
    }
}
