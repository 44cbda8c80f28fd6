package dev.shisa.sandbox.state;

import dev.shisa.sandbox.directory.Change;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Role;
import dev.shisa.sandbox.directory.RoleAssignment;
import dev.shisa.sandbox.directory.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A change as a line of the log and back. What a change does not touch has no key. */
final class ChangeCodec {

    private ChangeCodec() {
    }

    static Map<String, Object> encode(Change change) {
        Map<String, Object> users = new LinkedHashMap<>();
        change.steps().forEach(step -> users.put(step.after().id(), UserCodec.difference(step.before(), step.after())));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("n", change.number());
        line.put("at", change.at());
        line.put("by", change.by());
        line.put("users", users);
        if (!change.roles().isEmpty()) {
            line.put("roles", change.roles().stream().map(ChangeCodec::encode).toList());
        }
        if (!change.retired().isEmpty()) {
            line.put("retired", change.retired());
        }
        Change.Mark mark = change.mark();
        if (mark != null) {
            line.put("life", Map.of("event", mark.event(), "due", mark.due(), "audited", mark.audited()));
        }
        return line;
    }

    private static Map<String, Object> encode(Change.RoleStep step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", step.assignment().id());
        fields.put("principal", step.assignment().principal());
        fields.put("role", step.assignment().role().templateId());
        fields.put("eligible", step.assignment().eligible());
        fields.put("created", step.assignment().created());
        fields.put("granted", step.granted());
        return fields;
    }

    static Change decode(JsonNode entry, Directory directory) {
        long expected = directory.history().last() + 1;
        if (entry.path("n").asLong(0) != expected) {
            throw new IllegalArgumentException("expected change " + expected);
        }
        List<Change.Step> steps = new ArrayList<>();
        for (Map.Entry<String, JsonNode> user : entry.path("users").properties()) {
            User before = directory.everKnown(user.getKey());
            User base = before == null ? User.blank(user.getKey()) : before;
            steps.add(new Change.Step(before, UserCodec.apply(base, user.getValue())));
        }
        List<Change.RoleStep> roles = new ArrayList<>();
        entry.path("roles").forEach(step -> roles.add(role(step)));
        List<String> retired = new ArrayList<>();
        entry.path("retired").forEach(plan -> retired.add(plan.stringValue()));
        return new Change(expected, entry.path("at").asString(""), entry.path("by").asString(""), steps, roles,
                retired, mark(entry.path("life")));
    }

    private static Change.RoleStep role(JsonNode step) {
        Role role = Role.template(step.get("role").stringValue());
        if (role == null) {
            throw new IllegalArgumentException("unknown role " + step.get("role"));
        }
        return new Change.RoleStep(new RoleAssignment(step.get("id").stringValue(),
                step.get("principal").stringValue(), role, step.get("eligible").booleanValue(),
                step.get("created").stringValue()), step.get("granted").booleanValue());
    }

    private static Change.@Nullable Mark mark(JsonNode mark) {
        return mark.isMissingNode()
                ? null
                : new Change.Mark(mark.get("event").stringValue(), mark.get("due").stringValue(),
                        mark.get("audited").booleanValue());
    }
}
