package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.audit.AuditRecord;
import dev.shisa.sandbox.audit.AuditRecord.Initiator;
import dev.shisa.sandbox.query.Schema;
import dev.shisa.sandbox.query.Schema.Reach;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The properties of {@code microsoft.graph.directoryAudit}. */
final class AuditSchema {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter
            .ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Map<String, Schema.Type> INITIATORS = Map.of("user/id", Schema.Type.TEXT, "user/displayName",
            Schema.Type.TEXT,
            "user/userPrincipalName", Schema.Type.TEXT, "app/appId", Schema.Type.TEXT, "app/displayName",
            Schema.Type.TEXT);

    static final Schema<AuditRecord> SCHEMA = Schema.<AuditRecord>named("directoryAudit")
            .add("id", Schema.Type.TEXT, Reach.COMMON, AuditSchema::id)
            .add("category", Schema.Type.TEXT, Reach.COMMON, record -> record.activity().category())
            .add("correlationId", Schema.Type.TEXT, Reach.COMMON, AuditSchema::correlation)
            .add("result", Schema.Type.TEXT, Reach.COMMON, record -> "success")
            .add("resultReason", Schema.Type.TEXT, Reach.COMMON, record -> "")
            .add("activityDisplayName", Schema.Type.TEXT, Reach.COMMON, record -> record.activity().name())
            .add("activityDateTime", Schema.Type.DATE, Reach.COMMON, record -> MOMENT.format(record.moment()))
            .add("loggedByService", Schema.Type.TEXT, Reach.COMMON, record -> record.activity().service())
            .add("operationType", Schema.Type.TEXT, Reach.COMMON, record -> record.activity().operation())
            .object("initiatedBy", Reach.COMMON, INITIATORS, record -> initiator(record.by()))
            .objects("targetResources", Reach.COMMON, Map.of("id", Schema.Type.TEXT, "displayName", Schema.Type.TEXT),
                    record -> record.targets().stream().map(AuditSchema::target).toList())
            .add("additionalDetails", Schema.Type.OBJECT, Reach.COMMON, record -> List.of()).build();

    private AuditSchema() {
    }

    static String id(AuditRecord record) {
        return "Directory_" + correlation(record) + "_" + record.change() + "_" + record.index();
    }

    /** One for all records of a change. */
    private static String correlation(AuditRecord record) {
        Instant moment = record.moment();
        return UUID.nameUUIDFromBytes((moment + "/" + record.change()).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Map<String, @Nullable Object> initiator(Initiator by) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Map<String, @Nullable Object> actor = new LinkedHashMap<>();
        switch (by) {
            case Initiator.OfApplication application -> {
                fields.put("appId", application.appId());
                fields.put("displayName", application.displayName());
                fields.put("servicePrincipalId", application.principalId());
                fields.put("servicePrincipalName", null);
                actor.put("user", null);
                actor.put("app", fields);
            }
            case Initiator.OfUser user -> {
                fields.put("id", user.id());
                fields.put("displayName", user.displayName());
                fields.put("userPrincipalName", user.principalName());
                fields.put("ipAddress", user.address());
                actor.put("user", fields);
                actor.put("app", null);
            }
        }
        return actor;
    }

    private static Map<String, @Nullable Object> target(AuditRecord.Target target) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", target.id());
        fields.put("displayName", target.displayName());
        fields.put("type", target.type());
        fields.put("userPrincipalName", target.principalName());
        fields.put("groupType", target.groupType());
        fields.put("modifiedProperties", target.modified().stream().map(AuditSchema::modified).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> modified(AuditRecord.Modified modified) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("displayName", modified.name());
        fields.put("oldValue", modified.before());
        fields.put("newValue", modified.after());
        return fields;
    }
}
