package dev.shisa.account;

import java.util.Collection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Licences as JSON. For example
 *
 * <pre>
 * {"sku":"6fd2c87f-…","disabled_plans":[],"mailbox_plans":["efb87545-…"],"direct":true,"groups":[]}
 * </pre>
 */
public final class LicenceCodec {
    private LicenceCodec() {
    }

    /** The licence as a JSON object. */
    public static ObjectNode write(Licence licence) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("sku", licence.sku());
        node.set("disabled_plans", texts(licence.disabledPlans()));
        node.set("mailbox_plans", texts(licence.mailboxPlans()));
        node.put("direct", licence.direct());
        node.set("groups", texts(licence.groups()));
        return node;
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

    private static ArrayNode texts(Collection<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
