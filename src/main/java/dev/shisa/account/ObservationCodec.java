package dev.shisa.account;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Observations as JSON, for snapshots, plans and journals. The order of the fields is always the same, so equal observations give
 * equal texts, and a text gives back an equal observation. Safe for several threads.
 */
public final class ObservationCodec {
    private static final JsonMapper JSON = new JsonMapper();

    private ObservationCodec() {
    }

    /** The observation as a JSON object. */
    public static ObjectNode write(Observation observation) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", observation.id().value());
        observation.traits().ifPresent(traits -> node.set("traits", traits(traits)));
        ObjectNode facets = node.putObject("facets");
        observation.readings().forEach((facet, reading) -> facets.set(facet.label(), reading(reading)));
        return node;
    }

    /**
     * The observation that was written so.
     *
     * @throws IllegalArgumentException with a sentence, when a field is missing, of another type, unknown, or has an unknown value
     */
    public static Observation read(JsonNode node) {
        StrictObject object = new StrictObject(node, "an observation");
        AccountId id = new AccountId(object.text("id"));
        Optional<Traits> traits = object.has("traits")
                ? Optional.of(traits(object.object("traits")))
                : Optional.empty();
        StrictObject facets = object.object("facets");
        object.end();
        Map<Facet, Reading> readings = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            if (facets.has(facet.label())) {
                readings.put(facet, reading(facet, facets.object(facet.label())));
            }
        }
        facets.end();
        return new Observation(id, traits, readings);
    }

    static void traits(Traits traits, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("upn", traits.userPrincipalName());
        out.writeStringProperty("display_name", traits.displayName());
        out.writeStringProperty("kind", traits.kind().label());
        out.writeBooleanProperty("synced", traits.synced());
        out.writeBooleanProperty("management_restricted", traits.managementRestricted());
        traits.deletedAt().ifPresent(at -> out.writeStringProperty("deleted_at", at.toString()));
        if (!traits.conditions().isEmpty()) {
            out.writeName("conditions");
            FacetValueCodec.texts(traits.conditions().stream().map(Traits.Condition::label).toList(), out);
        }
        out.writeEndObject();
    }

    private static ObjectNode traits(Traits traits) {
        try (TokenBuffer buffer = TokenBuffer.forGeneration()) {
            traits(traits, buffer);
            return (ObjectNode) JSON.readTree(buffer.asParser());
        }
    }

    static Traits traits(StrictObject object) {
        Traits traits = new Traits(object.text("upn"), object.text("display_name"), kind(object), object.flag("synced"),
                object.flag("management_restricted"), object.optionalInstant("deleted_at"), conditions(object));
        object.end();
        return traits;
    }

    private static Set<Traits.Condition> conditions(StrictObject object) {
        Set<Traits.Condition> conditions = EnumSet.noneOf(Traits.Condition.class);
        if (object.has("conditions")) {
            for (String label : StrictObject.texts(object.node("conditions"), "the conditions of an account")) {
                conditions.add(Arrays.stream(Traits.Condition.values())
                        .filter(condition -> condition.label().equals(label)).findFirst()
                        .orElseThrow(() -> object.wrong("conditions", "a list of conditions of a mailbox")));
            }
        }
        return conditions;
    }

    private static Traits.Kind kind(StrictObject object) {
        String label = object.text("kind");
        for (Traits.Kind kind : Traits.Kind.values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw object.wrong("kind", "a kind of account");
    }

    private static ObjectNode reading(Reading reading) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (reading) {
            case Reading.Seen seen -> {
                node.set("value", FacetValueCodec.write(seen.seen()));
                node.put("source", seen.source()).put("read_at", seen.readAt().toString());
            }
            case Reading.Unseen unseen -> node.put("unseen", unseen.reason());
        }
        return node;
    }

    private static Reading reading(Facet facet, StrictObject object) {
        Reading reading = object.has("unseen")
                ? new Reading.Unseen(object.text("unseen"))
                : new Reading.Seen(FacetValueCodec.read(facet, object.node("value")), object.text("source"),
                        object.instant("read_at"));
        object.end();
        return reading;
    }
}
