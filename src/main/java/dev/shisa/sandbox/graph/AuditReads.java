package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Change;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Identity;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.login.Application;
import dev.shisa.sandbox.query.ListQuery;
import dev.shisa.sandbox.query.Schema;
import dev.shisa.sandbox.query.Schema.Reach;
import dev.shisa.sandbox.wire.Answer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /auditLogs/directoryAudits}: one record for each user that a change touched, newest first. */
final class AuditReads {

    /** One record. */
    private record Entry(String id, Change change, Change.Step step) {

        String activity() {
            User before = step.before();
            Identity now = step.after().identity();
            if (before == null) {
                return "Add user";
            }
            if (before.identity() != now) {
                return switch (now) {
                    case ACTIVE -> "Restore user";
                    case SOFT_DELETED -> "Delete user";
                    case ABSENT -> "Hard Delete user";
                };
            }
            return before.assignments().equals(step.after().assignments()) ? "Update user" : "Change user license";
        }
    }

    private final Directory directory;
    private final List<Application> applications;
    private final Schema<Entry> schema;

    AuditReads(Directory directory, List<Application> applications) {
        this.directory = directory;
        this.applications = applications;
        this.schema = schema();
    }

    void offerOn(Routes routes) {
        routes.get("auditLogs/directoryAudits", Permissions.READ_AUDIT, this::list);
    }

    private Answer list(GraphCall call) {
        NavigableMap<String, Entry> entries = new TreeMap<>();
        for (Change change : directory.history().after(0)) {
            for (Change.Step step : change.steps()) {
                String id = UUID.nameUUIDFromBytes(
                        (change.number() + step.after().id()).getBytes(StandardCharsets.UTF_8)).toString();
                String newestFirst = String.format("%019d", Long.MAX_VALUE - change.number());
                entries.put(newestFirst + step.after().id(), new Entry("Directory_" + id, change, step));
            }
        }
        ListQuery<Entry> query = ListQuery.of(call.options(), schema, call.eventual(), List.of());
        return new Listing<>(call, "auditLogs/directoryAudits", query, entries, null).answer();
    }

    private Schema<Entry> schema() {
        return Schema.<Entry>named("directoryAudit").add("id", Schema.Type.TEXT, Reach.COMMON, Entry::id)
                .add("category", Schema.Type.TEXT, Reach.COMMON, entry -> "UserManagement")
                .add("correlationId", Schema.Type.TEXT, Reach.COMMON, entry -> entry.id().substring(10))
                .add("result", Schema.Type.TEXT, Reach.COMMON, entry -> "success")
                .add("resultReason", Schema.Type.TEXT, Reach.COMMON, entry -> "")
                .add("activityDisplayName", Schema.Type.TEXT, Reach.COMMON, Entry::activity)
                .add("activityDateTime", Schema.Type.DATE, Reach.COMMON, entry -> entry.change().at())
                .add("loggedByService", Schema.Type.TEXT, Reach.COMMON, entry -> "Core Directory")
                .add("operationType", Schema.Type.TEXT, Reach.COMMON, entry -> operation(entry.activity()))
                .add("initiatedBy", Schema.Type.OBJECT, Reach.COMMON, entry -> actor(entry.change().by()))
                .add("additionalDetails", Schema.Type.OBJECT, Reach.COMMON, entry -> List.of())
                .objects("targetResources", Reach.COMMON,
                        Map.of("id", Schema.Type.TEXT, "displayName", Schema.Type.TEXT),
                        entry -> List.of(target(entry.step().after())))
                .build();
    }

    private static String operation(String activity) {
        return switch (activity) {
            case "Add user" -> "Add";
            case "Delete user", "Hard Delete user" -> "Delete";
            default -> "Update";
        };
    }

    private Object actor(String clientId) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Application application : applications) {
            if (application.clientId().equals(clientId)) {
                fields.put("appId", application.clientId());
                fields.put("displayName", application.name());
                fields.put("servicePrincipalId", application.principalId());
            }
        }
        if (fields.isEmpty()) {
            fields.put("appId", null);
            fields.put("displayName", "Microsoft Online Services");
        }
        Map<String, @Nullable Object> actor = new LinkedHashMap<>();
        actor.put("user", null);
        actor.put("app", fields);
        return actor;
    }

    private static Object target(User user) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", user.id());
        fields.put("displayName", user.value(dev.shisa.sandbox.directory.UserField.DISPLAY_NAME));
        fields.put("type", "User");
        fields.put("userPrincipalName", user.principalName());
        fields.put("groupType", null);
        fields.put("modifiedProperties", List.of());
        return fields;
    }
}
