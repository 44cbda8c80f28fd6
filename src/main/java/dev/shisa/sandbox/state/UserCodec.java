package dev.shisa.sandbox.state;

import dev.shisa.sandbox.directory.AppRoleAssignment;
import dev.shisa.sandbox.directory.Assignment;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.MailboxProperties;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A user's changed fields as JSON and back. */
final class UserCodec {

    private UserCodec() {
    }

    /** The fields in which a user differs from what it was. */
    static Map<String, @Nullable Object> difference(@Nullable User before, User after) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (UserField field : UserField.values()) {
            Object value = after.value(field);
            if (!Objects.equals(before == null ? null : before.value(field), value)) {
                fields.put(field.label(), encode(value));
            }
        }
        return fields;
    }

    private static @Nullable Object encode(@Nullable Object value) {
        return switch (value) {
            case Mailbox mailbox -> encode(mailbox);
            case List<?> list -> list.stream().map(UserCodec::encode).toList();
            case Assignment assignment -> encode(assignment);
            case AppRoleAssignment assignment -> encode(assignment);
            case null, default -> value;
        };
    }

    private static Map<String, @Nullable Object> encode(Mailbox mailbox) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("guid", mailbox.guid());
        fields.put("state", mailbox.state().label());
        fields.put("since", mailbox.since());
        fields.put("purpose", mailbox.purpose());
        fields.put("archive", mailbox.archive());
        fields.put("holds", mailbox.holds());
        fields.put("hidden", mailbox.hidden());
        if (!mailbox.properties().equals(MailboxProperties.NONE)) {
            fields.put("properties", MailboxPropertiesCodec.encode(mailbox.properties()));
        }
        return fields;
    }

    private static Map<String, @Nullable Object> encode(AppRoleAssignment assignment) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", assignment.id());
        fields.put("resource", assignment.resource());
        fields.put("role", assignment.role());
        fields.put("since", assignment.since());
        return fields;
    }

    private static Map<String, @Nullable Object> encode(Assignment assignment) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("sku", assignment.skuId());
        fields.put("off", assignment.disabledPlans());
        fields.put("group", assignment.group());
        fields.put("since", assignment.since());
        return fields;
    }

    /** A user with recorded differences. */
    static User apply(User user, JsonNode fields) {
        User next = user;
        for (Map.Entry<String, JsonNode> entry : fields.properties()) {
            UserField field = UserField.labelled(entry.getKey());
            if (field == null) {
                throw new IllegalArgumentException("unknown field " + entry.getKey());
            }
            next = next.with(field, decode(field, entry.getValue()));
        }
        return next;
    }

    private static @Nullable Object decode(UserField field, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return switch (field.kind()) {
            case TEXT -> value.stringValue();
            case FLAG -> value.booleanValue();
            case TEXTS -> texts(value);
            case ASSIGNMENTS -> assignments(value);
            case APP_ROLES -> appRoles(value);
            case MAILBOX -> mailbox(value);
        };
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>(list.size());
        list.forEach(item -> texts.add(item.stringValue()));
        return List.copyOf(texts);
    }

    private static List<Assignment> assignments(JsonNode list) {
        List<Assignment> assignments = new ArrayList<>(list.size());
        list.forEach(item -> assignments.add(new Assignment(item.get("sku").stringValue(), texts(item.get("off")),
                optional(item.get("group")), item.get("since").stringValue())));
        return List.copyOf(assignments);
    }

    private static List<AppRoleAssignment> appRoles(JsonNode list) {
        List<AppRoleAssignment> assignments = new ArrayList<>(list.size());
        list.forEach(item -> assignments.add(new AppRoleAssignment(item.get("id").stringValue(),
                item.get("resource").stringValue(), item.get("role").stringValue(),
                item.get("since").stringValue())));
        return List.copyOf(assignments);
    }

    private static Mailbox mailbox(JsonNode node) {
        String label = node.get("state").stringValue();
        for (Mailbox.State state : Mailbox.State.values()) {
            if (state.label().equals(label)) {
                return new Mailbox(node.get("guid").stringValue(), state, optional(node.get("since")),
                        node.get("purpose").stringValue(), node.get("archive").stringValue(),
                        texts(node.get("holds")), node.get("hidden").booleanValue(),
                        MailboxPropertiesCodec.decode(node.path("properties")));
            }
        }
        throw new IllegalArgumentException("unknown mailbox state " + label);
    }

    static @Nullable String optional(JsonNode node) {
        return node.isNull() ? null : node.stringValue();
    }
}
