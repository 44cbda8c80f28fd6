package dev.shisa.graph;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** One digest over the named properties of a person, so that a snapshot tells of a change without keeping what stands in them. */
final class ProfileDigest {
    private static final JsonMapper JSON = new JsonMapper();

    private ProfileDigest() {
    }

    /** The digest; empty when a property is missing from the answer. */
    static Optional<String> of(JsonNode user) {
        ArrayNode values = JSON.createArrayNode();
        for (String name : UserProperties.PROFILE) {
            JsonNode value = user.get(name);
            if (value == null) {
                return Optional.empty();
            }
            values.add(value);
        }
        return Optional.of(HexFormat.of().formatHex(sha256().digest(JSON.writeValueAsBytes(values))));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
