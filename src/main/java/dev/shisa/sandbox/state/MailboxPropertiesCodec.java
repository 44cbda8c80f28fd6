package dev.shisa.sandbox.state;

import dev.shisa.sandbox.directory.MailboxProperties;
import dev.shisa.sandbox.directory.MailboxProperties.Delegate;
import dev.shisa.sandbox.directory.MailboxProperties.Quota;
import dev.shisa.sandbox.directory.MailboxProperties.Right;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was arranged for a mailbox, as JSON and back; a mailbox for which nothing was has no such JSON. */
final class MailboxPropertiesCodec {

    private MailboxPropertiesCodec() {
    }

    static Map<String, @Nullable Object> encode(MailboxProperties properties) {
        Quota quota = properties.quota();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("to", properties.forwardTo());
        fields.put("address", properties.forwardToAddress());
        fields.put("both", properties.deliverAndForward());
        fields.put("quota", quota == null ? null : List.of(quota.warning(), quota.send(), quota.sendReceive()));
        fields.put("delegates", properties.delegates().stream()
                .map(delegate -> Map.of("user", delegate.user(), "right", delegate.right().label())).toList());
        return fields;
    }

    static MailboxProperties decode(JsonNode node) {
        if (node.isMissingNode()) {
            return MailboxProperties.NONE;
        }
        List<Delegate> delegates = new ArrayList<>();
        node.get("delegates").forEach(item -> delegates.add(new Delegate(item.get("user").stringValue(),
                Right.labelled(item.get("right").stringValue()))));
        return new MailboxProperties(UserCodec.optional(node.get("to")), UserCodec.optional(node.get("address")),
                node.get("both").booleanValue(), quota(node.get("quota")), delegates);
    }

    private static @Nullable Quota quota(JsonNode sizes) {
        return sizes.isNull()
                ? null
                : new Quota(sizes.get(0).longValue(), sizes.get(1).longValue(), sizes.get(2).longValue());
    }
}
