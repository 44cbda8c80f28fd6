package dev.shisa.account;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Licences as JSON. For example
 *
 * <pre>
 * {"sku":"6fd2c87f-…","disabled_plans":[],"mailbox_plans":["efb87545-…"],"direct":true,"groups":[]}
 * </pre>
 */
public final class LicenceCodec {
    private static final JsonMapper JSON = new JsonMapper();

    private LicenceCodec() {
    }

    /** The licence as a JSON object. */
    public static ObjectNode write(Licence licence) {
        try (TokenBuffer buffer = TokenBuffer.forGeneration()) {
            write(licence, buffer);
            return (ObjectNode) JSON.readTree(buffer.asParser());
        }
    }

    static void write(Licence licence, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("sku", licence.sku());
        out.writeName("disabled_plans");
        FacetValueCodec.texts(licence.disabledPlans(), out);
        out.writeName("mailbox_plans");
        FacetValueCodec.texts(licence.mailboxPlans(), out);
        out.writeBooleanProperty("direct", licence.direct());
        out.writeName("groups");
        FacetValueCodec.texts(licence.groups(), out);
        out.writeEndObject();
    }

    /**
     * The licence that was written so.
     *
     * @throws IllegalArgumentException with a sentence, when a field is missing, of another type or unknown
     */
    public static Licence read(JsonNode node) {
        StrictObject object = new StrictObject(node, "a licence");
        Licence licence = new Licence(object.text("sku"), object.texts("disabled_plans"),
                object.texts("mailbox_plans"), object.flag("direct"), object.texts("groups"));
        object.end();
        return licence;
    }
}
