package dev.shisa.account;

import dev.shisa.account.FacetValue.Licences;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One account as a line of a snapshot: a JSON object that begins with the id and ends with {@code read}, which tells where and when its facets were
 * read. What stands before {@code read} is what the account is, so two looks at an account that did not change give the same bytes up to
 * there. Equal observations give equal lines, and a line gives back an equal observation. Safe for several threads.
 */
public final class ObservationLine {
    /** Where the id stands in every line, in bytes. */
    private static final byte[] BEGINNING = "{\"id\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_FROM = BEGINNING.length;
    private static final int ID_LENGTH = 36;
    private static final byte[] READ = ",\"read\":[".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> FIELDS = List.of("id", "facets", "read");
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Most accounts have the same few licences as others, so those that come first are written once. */
    private static final Map<Licences, SerializedString> COMMON_LICENCES = new ConcurrentHashMap<>();
    /** Of so many kinds, a few hundred bytes each. */
    private static final int MOST_COMMON = 1000;

    private static volatile Ending lastEnding = new Ending(List.of(), new SerializedString("[]"));

    private ObservationLine() {
    }

    private record Look(String source, Instant at) {
    }

    /** The rows of a page were looked at in the same way at one time, so how they end is written once. */
    private record Ending(List<Looked> looks, SerializedString text) {
    }

    /** The line, in UTF-8, without an end of line. */
    public static byte[] write(Observation account) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        try (JsonGenerator out = JSON.createGenerator(line)) {
            out.writeStartObject();
            out.writeStringProperty("id", account.id().value());
            if (account.traits().isPresent()) {
                out.writeName("traits");
                ObservationCodec.traits(account.traits().get(), out);
            }
            List<Looked> looks = facets(account, out);
            out.writeName("read");
            out.writeRawValue(ending(looks));
            out.writeEndObject();
        }
        return line.toByteArray();
    }

    private static SerializedString ending(List<Looked> looks) {
        Ending known = lastEnding;
        if (!known.looks().equals(looks)) {
            known = new Ending(looks, new SerializedString(text(out -> {
                out.writeStartArray();
                looks.forEach(looked -> look(looked, out));
                out.writeEndArray();
            })));
            lastEnding = known;
        }
        return known.text();
    }

    /** The facets that one look read. */
    private record Looked(Look look, List<Facet> facets) {
    }

    private static List<Looked> facets(Observation account, JsonGenerator out) {
        List<Looked> looks = new ArrayList<>();
        out.writeObjectPropertyStart("facets");
        for (Map.Entry<Facet, Reading> entry : account.readings().entrySet()) {
            out.writeObjectPropertyStart(entry.getKey().label());
            switch (entry.getValue()) {
                case Reading.Seen(FacetValue value, String source, Instant at) -> {
                    out.writeName("value");
                    if (value instanceof Licences licences) {
                        out.writeRawValue(text(licences));
                    } else {
                        FacetValueCodec.write(value, out);
                    }
                    facetsOf(looks, new Look(source, at)).add(entry.getKey());
                }
                case Reading.Unseen(String reason) -> out.writeStringProperty("unseen", reason);
            }
            out.writeEndObject();
        }
        out.writeEndObject();
        return looks;
    }

    private static SerializedString text(Licences licences) {
        SerializedString known = COMMON_LICENCES.get(licences);
        if (known != null) {
            return known;
        }
        SerializedString text = new SerializedString(text(out -> FacetValueCodec.write(licences, out)));
        if (COMMON_LICENCES.size() < MOST_COMMON) {
            COMMON_LICENCES.put(licences, text);
        }
        return text;
    }

    private static String text(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            content.accept(out);
        }
        return text.toString();
    }

    /** There are two or three looks, so a walk is faster than a table. */
    private static List<Facet> facetsOf(List<Looked> looks, Look look) {
        for (Looked known : looks) {
            if (known.look().equals(look)) {
                return known.facets();
            }
        }
        Looked looked = new Looked(look, new ArrayList<>());
        looks.add(looked);
        return looked.facets();
    }

    private static void look(Looked looked, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("source", looked.look().source());
        out.writeStringProperty("at", looked.look().at().toString());
        out.writeArrayPropertyStart("facets");
        for (Facet facet : looked.facets()) {
            out.writeString(facet.label());
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /**
     * The observation of a line.
     *
     * @param bytes holds the line, from {@code from} to before {@code to}, without its end
     * @throws IllegalArgumentException with a sentence, when it is not JSON, or a field is missing, of another type, unknown, or has an unknown
     *         value
     */
    public static Observation read(byte[] bytes, int from, int to) {
        JsonNode node;
        try {
            node = JSON.readTree(bytes, from, to - from);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is not JSON", e);
        }
        StrictObject object = new StrictObject(node, "an account");
        AccountId id = new AccountId(object.text("id"));
        Optional<Traits> traits = object.has("traits")
                ? Optional.of(ObservationCodec.traits(object.object("traits")))
                : Optional.empty();
        StrictObject facets = object.object("facets");
        Map<Facet, Look> looks = looks(object.array("read"));
        object.end();
        Map<Facet, Reading> readings = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            if (facets.has(facet.label())) {
                readings.put(facet,
                        reading(facet, facets.object(facet.label()), Optional.ofNullable(looks.remove(facet))));
            }
        }
        facets.end();
        if (!looks.isEmpty()) {
            throw new IllegalArgumentException("a facet was read that has no value: " + looks.keySet());
        }
        if (!isInOrder(node, bytes, from, to)) {
            throw new IllegalArgumentException("its fields do not stand in their order");
        }
        return new Observation(id, traits, readings);
    }

    private static Map<Facet, Look> looks(JsonNode array) {
        Map<Facet, Look> looks = new TreeMap<>();
        for (JsonNode item : array) {
            StrictObject object = new StrictObject(item, "a look");
            Look look = new Look(object.text("source"), object.instant("at"));
            for (String label : object.texts("facets")) {
                Facet facet = Facet.parse(label).filter(known -> known.label().equals(label))
                        .orElseThrow(() -> object.wrong("facets", "a list of facets"));
                if (looks.put(facet, look) != null) {
                    throw new IllegalArgumentException("the facet " + label + " was read twice");
                }
            }
            object.end();
        }
        return looks;
    }

    private static Reading reading(Facet facet, StrictObject object, Optional<Look> look) {
        Reading reading = object.has("unseen")
                ? new Reading.Unseen(object.text("unseen"))
                : seen(facet, object, look);
        object.end();
        if (reading instanceof Reading.Unseen && look.isPresent()) {
            throw new IllegalArgumentException("the facet " + facet.label() + " is unseen and was read");
        }
        return reading;
    }

    private static Reading seen(Facet facet, StrictObject object, Optional<Look> look) {
        Look at = look.orElseThrow(
                () -> new IllegalArgumentException("nobody says when the facet " + facet.label() + " was read"));
        return new Reading.Seen(FacetValueCodec.read(facet, object.node("value")), at.source(), at.at());
    }

    /** Whether the fields stand where what compares lines without reading them looks for them. */
    private static boolean isInOrder(JsonNode node, byte[] bytes, int from, int to) {
        List<String> fields = new ArrayList<>(node.propertyNames());
        fields.remove("traits");
        return fields.equals(FIELDS) && hasId(from, to) && bytes[from + ID_FROM + ID_LENGTH] == '"'
                && Arrays.equals(bytes, from, from + ID_FROM, BEGINNING, 0, ID_FROM)
                && stateEnd(bytes, from, to) < to;
    }

    /** Whether a line is long enough to have an id where every line has it. */
    public static boolean hasId(int from, int to) {
        return to - from > ID_FROM + ID_LENGTH;
    }

    /**
     * The order of two lines by their ids, to the letter, as {@link AccountId} orders them. Both must {@link #hasId have one}.
     *
     * @param from where the one begins
     * @param otherFrom where the other begins
     */
    public static int compareIds(byte[] bytes, int from, byte[] other, int otherFrom) {
        return Arrays.compareUnsigned(bytes, from + ID_FROM, from + ID_FROM + ID_LENGTH, other,
                otherFrom + ID_FROM, otherFrom + ID_FROM + ID_LENGTH);
    }

    /** A copy of the beginning of a line, as much as its {@link #compareIds order} needs. The line must {@link #hasId have an id}. */
    public static byte[] beginning(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, from + ID_FROM + ID_LENGTH);
    }

    /**
     * The id of a line that has one.
     *
     * @throws IllegalArgumentException when what stands there is none
     */
    public static AccountId id(byte[] bytes, int from) {
        return new AccountId(new String(bytes, from + ID_FROM, ID_LENGTH, StandardCharsets.US_ASCII));
    }

    /**
     * Where what an account is ends, and what tells of the look begins.
     *
     * @return {@code to} for a line that tells of no look
     */
    public static int stateEnd(byte[] bytes, int from, int to) {
        // Inside a text the quotes would be escaped, so the last such place is the field itself.
        for (int at = to - READ.length; at > from; at--) {
            if (bytes[at] == ',' && Arrays.equals(bytes, at, at + READ.length, READ, 0, READ.length)) {
                return at;
            }
        }
        return to;
    }
}
